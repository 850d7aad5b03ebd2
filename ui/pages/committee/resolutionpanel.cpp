#include "ui/pages/committee/resolutionpanel.h"

#include "core/evaluate/committeerecord.h"
#include "core/plan/decidedchecks.h"
#include "core/plan/names.h"
#include "core/words/committeewords.h"
#include "ui/models/removal.h"
#include "ui/models/shownmodel.h"
#include "ui/pages/committee/dialogs/newresolutiondialog.h"
#include "ui/pages/committee/dialogs/resolutiondialogs.h"
#include "ui/pages/committee/dialogs/votedialog.h"
#include "ui/pages/committee/limitbar.h"
#include "ui/pages/committee/resolutiontable.h"
#include "ui/table/grid.h"
#include "ui/table/gridview.h"
#include "ui/theme/space.h"
#include "ui/theme/style.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int factWidth = 80;

QLabel* wrapped(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

ResolutionPanel::ResolutionPanel(const CommitteeContext& context, Grid* grid, ShownModel& model,
                                 QWidget* parent)
    : Panel(parent)
    , m_context(context)
    , m_grid(grid)
    , m_model(model)
    , m_choice(new QComboBox(this))
    , m_remove(new QPushButton(themeIcon(Icon::Close), {}, this))
    , m_wording(wrapped(this))
    , m_others(wrapped(this))
    , m_barColumn(new QVBoxLayout)
{
    setObjectName(u"resolutionPanel"_s);
    m_choice->setObjectName(u"resolutionChoice"_s);
    m_choice->setAccessibleName(tr("Resolution"));
    m_remove->setObjectName(u"deleteResolution"_s);
    m_remove->setToolTip(tr("Delete the resolution"));
    m_remove->setAccessibleName(m_remove->toolTip());
    m_remove->setProperty(quietProperty, true);
    m_wording->setObjectName(u"resolutionWording"_s);
    m_others->setObjectName(u"resolutionOthers"_s);
    auto* propose = new QPushButton(themeIcon(Icon::Plus), {}, this);
    propose->setAccessibleName(tr("New resolution…"));
    propose->setProperty(quietProperty, true);
    addDeed(propose, "newResolution", Stage::Always, &ResolutionPanel::propose,
            &ResolutionPanel::whyNotPropose);
    for (QWidget* tool :
         {static_cast<QWidget*>(m_choice), static_cast<QWidget*>(propose), static_cast<QWidget*>(m_remove)})
        addTool(tool);
    setBody(makeBody(grid));
    setFooter(makeDeeds());
    connect(m_remove, &QPushButton::clicked, this, &ResolutionPanel::removeResolution);
    connect(m_choice, &QComboBox::activated, this, [this] {
        m_context.shown.chooseResolution(Id(m_choice->currentData().toString()));
        emit chosen();
    });
}

QWidget* ResolutionPanel::makeBody(Grid* grid)
{
    m_inside = new QWidget;
    auto* column = new QVBoxLayout(m_inside);
    column->setContentsMargins(0, 0, 0, space::medium);
    column->setSpacing(space::medium);
    const auto addInset = [column](QWidget* widget) {
        widget->setContentsMargins(space::inside, 0, space::inside, 0);
        column->addWidget(widget);
    };
    addInset(m_wording);
    grid->view()->setFitsRows(true);
    grid->view()->setTabKeyNavigation(false); // nothing is typed there
    column->addWidget(grid);
    m_barColumn->setContentsMargins(space::inside, 0, space::inside, 0);
    m_barColumn->setSpacing(space::between);
    column->addLayout(m_barColumn);
    auto* facts = new QGridLayout;
    facts->setContentsMargins(space::inside, space::small, space::inside, 0);
    facts->setHorizontalSpacing(space::medium);
    facts->setVerticalSpacing(space::medium);
    facts->setColumnMinimumWidth(0, factWidth);
    facts->setColumnStretch(1, 1);
    const QStringList names{tr("Outcome"), tr("Why"), tr("Answers"), tr("Dissent"), tr("Reasons")};
    for (int fact = 0; fact < FactCount; ++fact) {
        auto* name = new QLabel(names.at(fact), m_inside);
        QLabel* words = wrapped(m_inside);
        words->setObjectName(u"resolutionFact%1"_s.arg(fact));
        words->setAccessibleName(names.at(fact));
        facts->addWidget(name, fact, 0, Qt::AlignTop);
        facts->addWidget(words, fact, 1);
        m_facts.emplaceBack(name, words);
    }
    column->addLayout(facts);
    addInset(m_others);
    column->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(m_inside);
    scroll->setWidgetResizable(true);
    for (QWidget* ground : {static_cast<QWidget*>(m_inside), scroll->viewport()})
        ground->setAutoFillBackground(false); // the panel's own shows
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return scroll;
}

// One row: what is done before the outcome is recorded gives way to what is done after it.
QWidget* ResolutionPanel::makeDeeds()
{
    auto* deeds = new QWidget(this);
    auto* row = new QHBoxLayout(deeds);
    row->setContentsMargins(0, space::tiny, 0, space::tiny);
    row->setSpacing(space::medium);
    const auto add = [&](const QString& text, const QString& inFull, const char* name, Stage stage, auto act,
                         auto whyNot) {
        auto* button = new QPushButton(text, this);
        button->setAccessibleName(inFull);
        row->addWidget(button);
        addDeed(button, name, stage, act, whyNot);
    };
    add(tr("Votes…"), tr("Record votes…"), "recordVotes", Stage::Open, &ResolutionPanel::recordVotes,
        &ResolutionPanel::whyNotVote);
    add(tr("Outcome…"), tr("Record outcome…"), "recordOutcome", Stage::Open, &ResolutionPanel::recordOutcome,
        &ResolutionPanel::whyNotRecord);
    add(tr("Answer…"), tr("Record answer…"), "recordAnswer", Stage::Recorded, &ResolutionPanel::recordAnswer,
        &ResolutionPanel::whyNotAnswer);
    add(tr("Apply…"), tr("Apply to plan…"), "applyResolution", Stage::Always, &ResolutionPanel::applySteps,
        &ResolutionPanel::whyNotApply);
    add(tr("Reopen…"), tr("Reopen…"), "reopenResolution", Stage::Always, &ResolutionPanel::reopen,
        &ResolutionPanel::whyNotReopen);
    row->addStretch(1);
    return deeds;
}

void ResolutionPanel::addDeed(QPushButton* button, const char* name, Stage stage,
                              void (ResolutionPanel::*act)(), QString (ResolutionPanel::*whyNot)() const)
{
    button->setObjectName(QLatin1StringView(name));
    m_deeds.append({button, [this, whyNot] { return (this->*whyNot)(); }, stage});
    connect(button, &QPushButton::clicked, this, act);
}

void ResolutionPanel::refresh()
{
    const Resolution* resolution = shown().resolution();
    const AgendaItem* item = shown().item();
    setTitle(resolution ? item && item->number
                              ? tr("Resolution %1: %2").arg(*item->number).arg(resolution->name)
                              : tr("Resolution: %1").arg(resolution->name)
             : item ? item->title
                        : tr("No item yet"));
    QString wording = resolution ? resolution->text : QString();
    if (!resolution && item)
        wording = item->note.isEmpty() ? tr("Nothing is put to the vote under this item.") : item->note;
    m_wording->setText(wording);
    m_wording->setVisible(!wording.isEmpty());
    refreshChoice();
    refreshChanges();
    refreshBars();
    refreshFacts();
    refreshDeeds();
}

// What can be done first: a button that is done with hands the focus on to the next that can be used.
void ResolutionPanel::refreshDeeds()
{
    const bool isOpen = !shown().resolution() || shown().review()->open;
    const auto isShown = [&](const Deed& deed) {
        return deed.stage == Stage::Always || (deed.stage == Stage::Open) == isOpen;
    };
    for (const Deed& deed : std::as_const(m_deeds)) {
        if (deed.whyNot().isEmpty())
            deed.button->setEnabled(true);
        if (isShown(deed))
            deed.button->setVisible(true);
    }
    for (const Deed& deed : std::as_const(m_deeds)) {
        const QString why = deed.whyNot();
        deed.button->setEnabled(why.isEmpty());
        deed.button->setVisible(isShown(deed));
        deed.button->setToolTip(why.isEmpty() ? deed.button->accessibleName() : why);
        deed.button->setAccessibleDescription(why);
    }
}

void ResolutionPanel::refreshChoice()
{
    const QSignalBlocker quiet(m_choice);
    const QList<const Resolution*> all = shown().resolutions();
    m_choice->clear();
    for (const Resolution* one : all)
        m_choice->addItem(one->name, one->id.text());
    m_choice->setCurrentIndex(m_choice->findData(shown().resolutionId().text()));
    m_choice->setVisible(all.size() > 1);
    m_remove->setVisible(shown().resolution() && !lastOutcome(base(), shown().resolutionId()));
    m_remove->setEnabled(!document().isReadOnly());
}

void ResolutionPanel::refreshChanges()
{
    const Resolution* resolution = shown().resolution();
    ResolutionChanges changes;
    if (resolution)
        changes = inBrief(changesOf(base(), document().shelf(), *resolution));
    m_model.setTable(changes.columns, changes.rows);
    m_grid->setVisible(!changes.rows.isEmpty());
    QStringList said = changes.others;
    if (said.size() > 1)
        said = {tr("%1 And %n more.", nullptr, static_cast<int>(said.size() - 1)).arg(said.first())};
    if (!changes.problem.isEmpty())
        said.prepend(changes.problem);
    m_others->setText(said.join(u'\n'));
    m_others->setToolTip(changes.others.join(u'\n'));
    m_others->setVisible(!said.isEmpty());
}

// One bar a partner whose money is above what it delegated; where all is within, one for each.
void ResolutionPanel::refreshBars()
{
    const ResolutionReview* review = shown().review();
    QList<PartnerVerdict> verdicts;
    if (review)
        for (const PartnerVerdict& verdict : review->partners)
            if (!verdict.isWithin())
                verdicts.append(verdict);
    if (review && verdicts.isEmpty())
        verdicts = review->partners;
    while (m_bars.size() < verdicts.size()) {
        m_bars.append(new LimitBar(m_inside));
        m_barColumn->addWidget(m_bars.last());
    }
    for (qsizetype i = 0; i < m_bars.size(); ++i) {
        const bool isThere = i < verdicts.size() && !verdicts.at(i).amount.isZero();
        m_bars.at(i)->setVisible(isThere);
        if (isThere)
            m_bars.at(i)->setVerdict(base(), verdicts.at(i));
    }
}

void ResolutionPanel::setFact(Fact fact, const QString& words)
{
    const auto& [name, label] = m_facts.at(fact);
    label->setText(words);
    label->setFont(textFont(TextSize::Body, fact == OutcomeFact ? TextWeight::Strong : TextWeight::Normal));
    QPalette palette = name->palette();
    palette.setColor(QPalette::WindowText, tokensOf(this).text2);
    name->setPalette(palette);
    name->setVisible(!words.isEmpty());
    label->setVisible(!words.isEmpty());
}

void ResolutionPanel::refreshFacts()
{
    const ResolutionReview* review = shown().review();
    const AgendaItem* item = shown().item();
    const ResolutionOutcome* last = review ? lastOutcome(base(), review->resolution) : nullptr;
    setFact(OutcomeFact, review ? outcomeWords() : QString());
    const bool isRecorded = review && !review->open && last && !last->reason.isEmpty();
    setFact(WhyFact, isRecorded ? last->reason : review ? reasonInWords(base(), *review) : QString());
    setFact(AnswersFact, review ? answers() : QString());
    setFact(DissentFact, review ? dissents() : QString());
    setFact(ReasonsFact, item ? item->reasons : QString());
}

QString ResolutionPanel::outcomeWords() const
{
    const ResolutionReview& review = *shown().review();
    const ResolutionOutcome* last = lastOutcome(base(), review.resolution);
    if (review.open || !last)
        return last ? tr("Reopened. %1").arg(outcomeInWords(base(), review)) : outcomeInWords(base(), review);
    const QString day = valueToShown(Value(last->on));
    if (last->outcome == resolutionOutcome::applied)
        return tr("Applied to the plan on %1.").arg(day);
    const QString recorded = last->minute.isEmpty() ? tr("Recorded on %1.").arg(day)
                             : last->on == shown().day()
                                 ? tr("Minute %1.").arg(last->minute)
                                 : tr("Recorded on %1, minute %2.").arg(day, last->minute);
    return u"%1 %2"_s.arg(outcomeInWords(base(), review), recorded);
}

QString ResolutionPanel::answers() const
{
    QStringList said;
    for (const Partner& partner : base().partners)
        if (const RecommendationReply* reply = lastReply(base(), shown().resolutionId(), partner.id))
            said.append(
                tr("%1: %2 on %3, minute %4.", "partner, answer, day, minute")
                    .arg(partner.name,
                         labelOfChoice(*RecommendationReply::type.field(u"answer"), reply->answer).toLower(),
                         valueToShown(Value(reply->on)), reply->minute));
    return said.join(u'\n');
}

QString ResolutionPanel::dissents() const
{
    const qint64 round = roundOf(base(), shown().resolutionId());
    QMap<Id, const Vote*> last;
    QList<Id> order;
    for (const Vote& vote : base().votes) {
        if (vote.resolution != shown().resolutionId() || vote.casting || vote.round.value_or(0) != round)
            continue;
        if (!last.contains(vote.member))
            order.append(vote.member);
        last.insert(vote.member, &vote);
    }
    QStringList said;
    for (const Id& member : order)
        if (const Vote& vote = *last.value(member); vote.ballot == ballot::against && !vote.dissent.isEmpty())
            said.append(u"%1: %2"_s.arg(nameOf(base(), BodyMember::type.id, member), vote.dissent));
    return said.join(u'\n');
}

QString ResolutionPanel::whyNothing() const
{
    if (document().isReadOnly())
        return tr("This plan is open to read only.");
    return shown().resolution() ? QString() : tr("There is no resolution under this item.");
}

QString ResolutionPanel::whyNotPropose() const
{
    if (document().isReadOnly())
        return tr("This plan is open to read only.");
    return shown().item() ? QString() : tr("Add an item to the agenda first.");
}

QString ResolutionPanel::whyNotVote() const
{
    if (const QString why = whyNothing(); !why.isEmpty())
        return why;
    const ResolutionReview& review = *shown().review();
    if (!review.open)
        return tr("The outcome is recorded. Reopen the item to vote again.");
    const bool canAnybody = std::any_of(review.seats.begin(), review.seats.end(),
                                        [](const Seat& seat) { return seat.canVote(); });
    return canAnybody ? QString() : tr("Nobody who is there can vote. Say first who came.");
}

QString ResolutionPanel::whyNotRecord() const
{
    if (const QString why = whyNothing(); !why.isEmpty())
        return why;
    const ResolutionReview& review = *shown().review();
    if (!review.open)
        return tr("The outcome is recorded already.");
    if (!review.unreadable.isEmpty())
        return review.unreadable;
    if (!review.asked.isEmpty())
        return tr("The chair has to decide first about an interest of %1.")
            .arg(nameOf(base(), BodyMember::type.id, review.asked.first().member));
    return {};
}

QString ResolutionPanel::whyNotAnswer() const
{
    if (const QString why = whyNothing(); !why.isEmpty())
        return why;
    const ResolutionReview& review = *shown().review();
    const ResolutionOutcome* last = lastOutcome(base(), review.resolution);
    if (!last || last->outcome != resolutionOutcome::recommended)
        return tr("It was not recommended to anybody.");
    return review.recommendTo.isEmpty() ? tr("Nobody was asked.") : QString();
}

QString ResolutionPanel::whyNotApply() const
{
    if (const QString why = whyNothing(); !why.isEmpty())
        return why;
    const ResolutionReview& review = *shown().review();
    if (review.canApply || !reasonToReopen(base(), review).isEmpty())
        return {};
    const ResolutionOutcome* last = lastOutcome(base(), review.resolution);
    if (!last || review.open)
        return tr("It is not decided yet: record the outcome first.");
    if (last->outcome == resolutionOutcome::applied)
        return tr("It is applied already.");
    if (last->outcome != resolutionOutcome::recommended)
        return tr("It changes nothing in the plan, or was not carried.");
    QStringList waiting;
    for (const Id& partner : review.recommendTo) {
        const RecommendationReply* reply = lastReply(base(), review.resolution, partner);
        if (!reply || reply->answer != replyAnswer::accepted)
            waiting.append(nameOf(base(), Partner::type.id, partner));
    }
    return waiting.isEmpty() ? tr("It changes nothing in the plan.")
                             : tr("It is recommended, and not accepted by: %1.").arg(waiting.join(u", "_s));
}

QString ResolutionPanel::whyNotReopen() const
{
    if (const QString why = whyNothing(); !why.isEmpty())
        return why;
    const ResolutionOutcome* last = lastOutcome(base(), shown().resolutionId());
    if (!last || shown().review()->open)
        return hasVotes(base(), shown().resolutionId()) ? QString() : tr("It is open, and nobody has voted.");
    return last->outcome == resolutionOutcome::applied
               ? tr("It is applied. To change the plan again, put a new resolution.")
               : QString();
}

// The usual day, unless the record is later already.
QDate ResolutionPanel::nextDay(const QDate& usual) const
{
    const ResolutionOutcome* last = lastOutcome(base(), shown().resolutionId());
    QDate day = last && last->on.isValid() ? std::max(usual, last->on) : usual;
    for (const Partner& partner : base().partners)
        if (const RecommendationReply* reply = lastReply(base(), shown().resolutionId(), partner.id);
            reply && reply->on.isValid())
            day = std::max(day, reply->on);
    return day;
}

void ResolutionPanel::propose()
{
    NewResolutionDialog dialog(document(), *shown().item(), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_context.shown.chooseResolution(dialog.resolution());
    emit chosen();
}

void ResolutionPanel::recordVotes()
{
    VoteDialog dialog(document(), *shown().resolution(), this);
    dialog.exec();
}

void ResolutionPanel::recordOutcome()
{
    OutcomeDialog dialog(document(), *shown().review(), nextDay(shown().day()), this);
    dialog.exec();
}

void ResolutionPanel::recordAnswer()
{
    ReplyDialog dialog(document(), *shown().review(), nextDay(document().author().now().date()), this);
    dialog.exec();
}

void ResolutionPanel::applySteps()
{
    if (!reasonToReopen(base(), *shown().review()).isEmpty()) {
        reopen();
        return;
    }
    ApplyDialog dialog(document(), *shown().review(), nextDay(document().author().now().date()), this);
    dialog.exec();
}

void ResolutionPanel::reopen()
{
    ReopenDialog dialog(document(), *shown().review(), nextDay(document().author().now().date()), this);
    dialog.exec();
}

void ResolutionPanel::removeResolution()
{
    const Removed removed = removeEntities(document(), {shown().resolutionId().text()});
    if (!removed.what.isEmpty())
        emit noticed(removed.what);
}

} // namespace placewright
