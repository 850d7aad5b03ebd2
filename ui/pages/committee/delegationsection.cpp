#include "ui/pages/committee/delegationsection.h"

#include "core/words/phrases.h"
#include "ui/models/shownmodel.h"
#include "ui/panel/panel.h"
#include "ui/table/grid.h"
#include "ui/theme/space.h"
#include "ui/theme/tokens.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int moneyWidth = 110;

QString limitWords(const std::optional<Money>& limit)
{
    return limit ? formatMoney(*limit) : DelegationSection::tr("no limit");
}

} // namespace

DelegationSection::DelegationSection(const CommitteeContext& context, QWidget* parent)
    : CommitteeTables(context, parent)
    , m_limits(context.page.document)
    , m_headroom(new ShownModel(this))
    , m_decisions(new ShownModel(this))
    , m_partner(new QComboBox(this))
    , m_minute(new QLineEdit(this))
    , m_perDecision(new QLineEdit(this))
    , m_perYear(new QLineEdit(this))
    , m_problem(new QLabel(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_below(new QSplitter(Qt::Horizontal, this))
{
    m_limitsGrid = makeGrid(m_limits, u"delegationsGrid"_s, tr("What partners let the body decide alone"));
    m_limitsPanel = makePanel(m_limitsGrid, u"delegationsPanel"_s);
    addDelete(m_limitsPanel, m_limitsGrid, u"deleteDelegation"_s, tr("Delete the limits selected"));
    m_limitsPanel->setFooter(makeEntry());
    m_headroomGrid = makeShownGrid(*m_headroom, u"headroomGrid"_s, tr("What is left of each limit"));
    m_headroomPanel = makePanel(m_headroomGrid, u"headroomPanel"_s);
    m_decisionsPanel = makePanel(
        makeShownGrid(*m_decisions, u"headroomDecisionsGrid"_s, tr("Decisions that used the limit")),
        u"headroomDecisionsPanel"_s);
    connect(m_headroomGrid->view()->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &DelegationSection::refreshDecisions);
    m_below->addWidget(m_headroomPanel);
    m_below->addWidget(m_decisionsPanel);
    m_splitter->addWidget(m_limitsPanel);
    m_splitter->addWidget(m_below);
    for (QSplitter* splitter : {m_splitter, m_below}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(space::between);
    }
    m_splitter->setSizes({300, 300});
    m_below->setSizes({700, 480});
    setContent(m_splitter);
}

// A limit is typed whole, since it is refused without its minute.
QWidget* DelegationSection::makeEntry()
{
    auto* entry = new QWidget(this);
    auto* column = new QVBoxLayout(entry);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::tiny);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::small);
    column->addLayout(row);
    column->addWidget(m_problem);
    m_problem->setObjectName(u"limitProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    const auto add = [&](const QString& text, QWidget* editor, const QString& name, int width) {
        auto* label = new QLabel(text, entry);
        label->setBuddy(editor);
        editor->setObjectName(name);
        editor->setAccessibleName(text);
        if (width > 0)
            editor->setFixedWidth(width);
        row->addWidget(label);
        row->addWidget(editor, width > 0 ? 0 : 1);
        row->addSpacing(space::medium);
        keepForEdits(editor);
    };
    add(tr("New limit of"), m_partner, u"limitPartner"_s, 0);
    add(tr("by minute"), m_minute, u"limitMinute"_s, 0);
    add(labelOf(*Delegation::type.field(u"perDecision")), m_perDecision, u"limitPerDecision"_s, moneyWidth);
    add(labelOf(*Delegation::type.field(u"perYear")), m_perYear, u"limitPerYear"_s, moneyWidth);
    for (QLineEdit* edit : {m_perDecision, m_perYear}) {
        edit->setAlignment(Qt::AlignRight);
        edit->setPlaceholderText(tr("no limit"));
    }
    for (QLineEdit* edit : {m_minute, m_perDecision, m_perYear}) {
        connect(edit, &QLineEdit::returnPressed, this, &DelegationSection::addLimit);
        connect(edit, &QLineEdit::textEdited, m_problem, &QLabel::hide);
    }
    auto* button = new QPushButton(tr("Add the limit"), entry);
    button->setObjectName(u"addLimit"_s);
    row->addWidget(button);
    keepForEdits(button);
    connect(button, &QPushButton::clicked, this, &DelegationSection::addLimit);
    return entry;
}

void DelegationSection::addLimit()
{
    const auto say = [this](const QString& sentence) {
        QPalette palette = m_problem->palette();
        palette.setColor(QPalette::WindowText, tokensOf(this).wrong);
        m_problem->setPalette(palette);
        m_problem->setText(sentence);
        m_problem->setVisible(!sentence.isEmpty());
    };
    const Id partner(m_partner->currentData().toString());
    if (partner.isNull())
        return say(tr("Choose whose money the body may commit."));
    if (m_minute->text().trimmed().isEmpty()) {
        m_minute->setFocus();
        return say(tr("A limit needs the minute that granted it: type its number."));
    }
    std::optional<Money> typed[2];
    for (int i = 0; i < 2; ++i) {
        const QLineEdit* edit = i == 0 ? m_perDecision : m_perYear;
        const Result<Value> value = valueFromTyped(ValueType::Money, edit->text());
        if (!value)
            return say(value.error().text);
        typed[i] = value->money();
        if (typed[i] && typed[i]->isNegative())
            return say(tr("A limit is not below zero."));
    }
    const Id made = m_limits.addLimit(partner, m_minute->text().trimmed(), typed[0], typed[1]);
    if (made.isNull())
        return say(document().lastRefusal());
    say({});
    for (QLineEdit* edit : {m_minute, m_perDecision, m_perYear})
        edit->clear();
    showIn(m_limitsGrid, m_limits, made);
}

void DelegationSection::refreshEntry()
{
    const QSignalBlocker quiet(m_partner);
    const QVariant chosen = m_partner->currentData();
    m_partner->clear();
    for (const Partner& partner : base().partners)
        m_partner->addItem(partnerShown(base(), partner.id), partner.id.text());
    m_partner->setCurrentIndex(std::max(0, m_partner->findData(chosen)));
}

void DelegationSection::refresh()
{
    m_limits.setBody(shown().bodyId());
    refreshEntry();
    refreshHeadroom();
    refreshDecisions();
    refreshFinding();
    refreshEdits();
}

Money DelegationSection::usedOf(const QList<DecidedMoney>& decided, const Headroom& room) const
{
    Money used;
    for (const DecidedMoney& one : decided)
        if (one.partner == room.limit.partner && one.year == room.year &&
            (room.limit.category.isEmpty() || one.category == room.limit.category))
            used += one.amount;
    return used;
}

void DelegationSection::refreshHeadroom()
{
    const QList<DecidedMoney> decided = decidedBy(base(), shown().bodyId());
    m_rooms.clear();
    for (const DelegatedLimit& limit : limitsOf(base(), shown().bodyId(), today()))
        for (const FinancialYear& year : base().years) {
            Headroom room{limit, year.id.text(), {}, {}};
            room.used = usedOf(decided, room);
            if (limit.perYear)
                room.left = *limit.perYear - room.used;
            m_rooms.append(room);
        }
    QList<ShownTableRow> rows;
    for (qsizetype i = 0; i < m_rooms.size(); ++i) {
        const Headroom& room = m_rooms.at(i);
        ShownTableCell whose = textCell(partnerShown(base(), room.limit.partner));
        whose.secondary = room.limit.category;
        ShownTableCell perDecision = textCell(tr("no limit"));
        if (room.limit.perDecision)
            perDecision = moneyCell(*room.limit.perDecision, Pence::Always);
        ShownTableCell perYear = textCell(tr("no limit"));
        ShownTableCell left = textCell(QChar(0x2013));
        if (room.left) {
            perYear = moneyCell(*room.limit.perYear, Pence::Always);
            left = moneyCell(*room.left, Pence::Always);
            left.emphasis = room.left->isNegative() ? Emphasis::Missed : Emphasis::Strong;
            if (*room.limit.perYear > Money())
                left.bar =
                    std::clamp(Ratio::of(*room.left, *room.limit.perYear).toDoubleForCharts(), 0.0, 1.0);
        }
        if (room.limit.minute.trimmed().isEmpty())
            whose.problem = tr("A limit without the minute that granted it does not count.");
        rows.append(
            {QString::number(i),
             false,
             false,
             {whose, textCell(room.year), perDecision, perYear, moneyCell(room.used, Pence::Always), left}});
    }
    m_headroom->setTable({{tr("Whose money"), false, true},
                          {tr("Year")},
                          {tr("A decision £"), true},
                          {tr("A year £"), true},
                          {tr("Decided £"), true},
                          {tr("Left £"), true}},
                         rows);
    m_headroomPanel->setTitle(tr("What is left"));
    m_headroomPanel->setCaption(
        tr("In pounds, limits per 100,000 people too. Limits in force on %1.").arg(dateShown(today())));
}

// Each decision's part of the row: what the body would have decided without it is taken from what it did.
void DelegationSection::refreshDecisions()
{
    const QModelIndex at = m_headroomGrid->view()->currentCell();
    const auto usual = std::find_if(m_rooms.begin(), m_rooms.end(),
                                    [this](const Headroom& one) { return one.year == year(); });
    const Headroom* room = at.isValid() && at.row() < m_rooms.size() ? &m_rooms.at(at.row())
                           : usual == m_rooms.end()                  ? nullptr
                                                                     : &*usual;
    QList<ShownTableRow> rows;
    Money sum;
    for (const Resolution& resolution : base().resolutions) {
        const ResolutionOutcome* outcome = lastOutcome(base(), resolution.id);
        if (!room || !outcome)
            continue;
        const Money part = room->used - usedOf(decidedBy(base(), shown().bodyId(), resolution.id), *room);
        if (part.isZero())
            continue;
        sum += part;
        rows.append({resolution.id.text(),
                     false,
                     false,
                     {textCell(dateShown(outcome->on)), textCell(resolution.name), textCell(outcome->minute),
                      moneyCell(part, Pence::Always)}});
    }
    if (!rows.isEmpty())
        rows.append({{}, false, true, {textCell(tr("Together")), {}, {}, moneyCell(sum, Pence::Always)}});
    m_decisions->setTable(
        {{tr("Decided on")}, {tr("Decision"), false, true}, {tr("Minute")}, {tr("Amount £"), true}}, rows);
    m_decisionsPanel->setTitle(rows.isEmpty() ? tr("No decision has used it") : tr("Decisions that used it"));
    m_decisionsPanel->setCaption(
        room ? tr("%1’s money of %2.").arg(partnerShown(base(), room->limit.partner), room->year)
             : QString());
}

void DelegationSection::refreshFinding()
{
    const Headroom* tightest = nullptr;
    int loose = 0;
    for (const Delegation& delegation : base().delegations)
        loose += delegation.body == shown().bodyId() && delegation.minute.trimmed().isEmpty() ? 1 : 0;
    for (const Headroom& room : std::as_const(m_rooms))
        if (room.year == year() && room.left && (!tightest || *room.left < *tightest->left))
            tightest = &room;
    if (loose > 0)
        m_title = tr("%n limit(s) without a minute do(es) not count", nullptr, loose);
    else if (m_rooms.isEmpty())
        m_title = tr("Nothing is delegated: this body recommends");
    else if (tightest)
        m_title =
            tr("%1 of %2’s money can still be decided in %3")
                .arg(formatMoney(*tightest->left), partnerShown(base(), tightest->limit.partner), year());
    else
        m_title = tr("%1 of %2’s money a decision")
                      .arg(limitWords(m_rooms.first().limit.perDecision),
                           partnerShown(base(), m_rooms.first().limit.partner));
    m_caption = tr("decided within these limits, recommended beyond them");
    m_limitsPanel->setTitle(tr("What partners let it decide alone"));
    m_limitsPanel->setCaption(
        tr("The larger of what goes up and what goes down counts: moving £500,000 is £500,000."));
}

bool DelegationSection::showId(const Id& id)
{
    const Delegation* delegation = base().delegations.find(id);
    if (!delegation)
        return false;
    if (shown().bodyId() != delegation->body) {
        shown().chooseBody(delegation->body);
        emit chosen();
        refresh();
    }
    return showIn(m_limitsGrid, m_limits, id);
}

QVariantMap DelegationSection::viewState() const
{
    return {{u"splitter"_s, m_splitter->saveState()}, {u"below"_s, m_below->saveState()}};
}

void DelegationSection::restoreViewState(const QVariantMap& state)
{
    const Qt::Orientation orientation = m_below->orientation();
    m_splitter->restoreState(state.value(u"splitter"_s).toByteArray());
    m_below->restoreState(state.value(u"below"_s).toByteArray());
    m_below->setOrientation(orientation);
}

void DelegationSection::setNarrow(bool narrow)
{
    m_below->setOrientation(narrow ? Qt::Vertical : Qt::Horizontal);
}

} // namespace placewright
