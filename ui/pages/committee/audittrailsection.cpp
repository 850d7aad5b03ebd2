#include "ui/pages/committee/audittrailsection.h"

#include "core/words/phrases.h"
#include "ui/models/journalmodel.h"
#include "ui/models/shownmodel.h"
#include "ui/panel/panel.h"
#include "ui/table/grid.h"
#include "ui/table/gridheader.h"
#include "ui/theme/space.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

#include <QApplication>
#include <QClipboard>
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

constexpr int dateWidth = 140;
constexpr int widestChoice = 200;
constexpr int leastDetail = 300;
constexpr int group = 8; // hex digits, as on papers

QString inGroups(const QByteArray& hash)
{
    const QString hex = QString::fromLatin1(hash.toHex());
    QStringList groups;
    for (qsizetype i = 0; i < hex.size(); i += group)
        groups.append(hex.mid(i, group));
    return groups.join(u' ');
}

} // namespace

AuditTrailSection::AuditTrailSection(const CommitteeContext& context, QWidget* parent)
    : CommitteeTables(context, parent)
    , m_model(new JournalModel(context.page.document, this))
    , m_text(new QLineEdit(this))
    , m_people(new QComboBox(this))
    , m_from(new QLineEdit(this))
    , m_to(new QLineEdit(this))
    , m_schemes(new QComboBox(this))
    , m_dateProblem(new QLabel(this))
    , m_head(new QLabel(this))
    , m_changes(new ShownModel(this))
    , m_grid(new Grid(m_model, this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
{
    m_grid->view()->setObjectName(u"journalGrid"_s);
    m_grid->view()->setAccessibleName(tr("Journal, the newest entry first"));
    m_grid->view()->setRowSelection(true);
    wire(m_grid);
    m_panel = makePanel(m_grid, u"journalPanel"_s);
    m_panel->setFooter(makeHead());
    connect(m_grid->view()->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &AuditTrailSection::refreshDetail);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &AuditTrailSection::refreshFinding);
    // A sorted table is sorted whole.
    connect(m_grid->view()->horizontalHeader(), &QHeaderView::sortIndicatorChanged, m_model,
            &JournalModel::fetchAll);
    Grid* changes = makeShownGrid(*m_changes, u"journalChangesGrid"_s, tr("Changes of the entry"));
    m_detailPanel = makePanel(changes, u"journalDetailPanel"_s);
    m_detailPanel->setMinimumWidth(leastDetail);
    m_splitter->addWidget(m_panel);
    m_splitter->addWidget(m_detailPanel);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(space::between);
    m_splitter->setSizes({840, 340});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::medium);
    layout->addWidget(makeFilters());
    layout->addWidget(m_dateProblem);
    layout->addWidget(m_splitter, 1);
}

QWidget* AuditTrailSection::makeFilters()
{
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::small);
    const auto add = [&](QWidget* editor, const char* name, const QString& words) {
        editor->setObjectName(QLatin1StringView(name));
        editor->setAccessibleName(words);
        row->addWidget(editor, editor == m_text ? 1 : 0);
    };
    m_text->setPlaceholderText(tr("Find in the journal"));
    m_text->setClearButtonEnabled(true);
    for (QLineEdit* edit : {m_from, m_to})
        edit->setFixedWidth(dateWidth);
    m_from->setPlaceholderText(tr("From: 1 March 2026"));
    m_to->setPlaceholderText(tr("To: 31 March 2026"));
    for (QComboBox* box : {m_people, m_schemes}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        box->setMaximumWidth(widestChoice);
        connect(box, &QComboBox::activated, this, &AuditTrailSection::applyFilter);
    }
    add(m_text, "journalText", tr("Words in the journal"));
    add(m_people, "journalPerson", tr("Person"));
    add(m_from, "journalFrom", tr("From, a day"));
    add(m_to, "journalTo", tr("To, a day"));
    add(m_schemes, "journalScheme", tr("Scheme"));
    connect(m_text, &QLineEdit::textChanged, this, &AuditTrailSection::applyFilter);
    for (QLineEdit* edit : {m_from, m_to})
        connect(edit, &QLineEdit::editingFinished, this, &AuditTrailSection::applyFilter);
    m_dateProblem->setObjectName(u"journalDateProblem"_s);
    m_dateProblem->setWordWrap(true);
    m_dateProblem->hide();
    return bar;
}

QWidget* AuditTrailSection::makeHead()
{
    auto* head = new QWidget(this);
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::tiny);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::medium);
    m_head->setObjectName(u"journalHead"_s);
    m_head->setFont(figureFont(TextSize::Caption));
    m_head->setWordWrap(true);
    m_head->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* copy = new QPushButton(tr("Copy"), head);
    copy->setObjectName(u"copyHead"_s);
    copy->setToolTip(tr("Copies the head hash without spaces"));
    connect(copy, &QPushButton::clicked, this, [this] {
        QApplication::clipboard()->setText(QString::fromLatin1(document().headHash().toHex()));
        emit said(tr("The head hash is on the clipboard."));
    });
    row->addWidget(m_head, 1);
    row->addWidget(copy, 0, Qt::AlignTop);
    column->addLayout(row);
    auto* proves = new QLabel(tr("Whoever keeps this hash can prove later that no entry up to this one was "
                                 "altered, removed or added in between. It does not prove who somebody is."),
                              head);
    proves->setObjectName(u"journalProves"_s);
    proves->setFont(textFont(TextSize::Caption));
    proves->setWordWrap(true);
    column->addWidget(proves);
    return head;
}

void AuditTrailSection::refreshChoices()
{
    const auto fill = [](QComboBox* box, const QString& all, const QList<JournalChoice>& choices) {
        const QSignalBlocker quiet(box);
        const QVariant chosen = box->currentData();
        box->clear();
        box->addItem(all, QString());
        for (const JournalChoice& choice : choices)
            box->addItem(choice.name, choice.id.text());
        box->setCurrentIndex(std::max(0, box->findData(chosen)));
    };
    fill(m_people, tr("Everybody"), peopleOf(document().journal(), document().tree()));
    fill(m_schemes, tr("All schemes"), schemesOf(document().journal(), document().tree()));
}

void AuditTrailSection::applyFilter()
{
    JournalFilter filter;
    filter.person = Id(m_people->currentData().toString());
    filter.scheme = Id(m_schemes->currentData().toString());
    QString problem;
    const auto dayOf = [&](const QLineEdit* edit) {
        const Result<Value> value = valueFromTyped(ValueType::Date, edit->text());
        if (!value && problem.isEmpty())
            problem = value.error().text;
        return value ? value->date() : QDate();
    };
    filter.from = dayOf(m_from);
    filter.to = dayOf(m_to);
    if (problem.isEmpty() && filter.from.isValid() && filter.to.isValid() && filter.to < filter.from)
        problem = tr("The last day is before the first: type other days.");
    m_dateProblem->setText(problem);
    m_dateProblem->setVisible(!problem.isEmpty());
    QPalette palette = m_dateProblem->palette();
    palette.setColor(QPalette::WindowText, tokensOf(this).wrong);
    m_dateProblem->setPalette(palette);
    if (problem.isEmpty())
        m_model->setFilter(filter, m_text->text());
    refreshFinding();
    refreshDetail();
}

void AuditTrailSection::refresh()
{
    refreshChoices();
    m_head->setText(tr("Head hash: %1").arg(inGroups(document().headHash())));
    applyFilter();
}

void AuditTrailSection::refreshFinding()
{
    const auto entries = static_cast<int>(document().journal().size());
    const int found = m_model->rowCount();
    m_title = tr("%n entry(ies) in the journal, each chained to the one before", nullptr, entries);
    m_caption = document().savedAt().isValid()
                    ? tr("the last of %1").arg(dateShown(document().savedAt().toLocalTime().date()))
                    : QString();
    const bool all = found == entries || !m_model->isWhole();
    m_panel->setTitle(found == 0 ? tr("No entry is found")
                      : all      ? tr("The newest entry first")
                                 : tr("%n entry(ies) found", nullptr, found));
    m_panel->setCaption(tr("What is taken back stays: an undo is an entry of its own."));
}

void AuditTrailSection::refreshDetail()
{
    const QModelIndex at = m_grid->view()->currentCell();
    const int row = at.isValid() ? at.row() : 0;
    if (row >= m_model->rowCount()) {
        m_changes->setTable({}, {});
        m_detailPanel->setTitle(tr("No entry chosen"));
        m_detailPanel->setCaption({});
        return;
    }
    const JournalWords& entry = m_model->entry(row);
    QStringList about{tr("Entry %1: %2 by %3 on %4, in “%5”.")
                          .arg(entry.number)
                          .arg(lowered(entry.kind), entry.who, entry.when, entry.branch)};
    if (!entry.why.isEmpty())
        about.append(tr("Why: %1").arg(entry.why));
    if (entry.undone)
        about.append(entry.undoneBy + u'.');
    about.append(tr("Hash %1.").arg(inGroups(entry.hash).left(2 * group + 1)));
    QList<ShownTableRow> rows;
    for (const QString& change : entry.changes) {
        ShownTableCell cell = textCell(change);
        cell.tooltip = change;
        rows.append({QString::number(rows.size()), false, false, {cell}});
    }
    m_changes->setTable({{tr("What changed"), false, true}}, rows);
    m_detailPanel->setTitle(entry.what);
    m_detailPanel->setCaption(about.join(u' '));
}

QVariantMap AuditTrailSection::viewState() const
{
    return {{u"splitter"_s, m_splitter->saveState()}};
}

void AuditTrailSection::restoreViewState(const QVariantMap& state)
{
    const Qt::Orientation orientation = m_splitter->orientation();
    m_splitter->restoreState(state.value(u"splitter"_s).toByteArray());
    m_splitter->setOrientation(orientation);
}

void AuditTrailSection::setNarrow(bool narrow)
{
    m_splitter->setOrientation(narrow ? Qt::Vertical : Qt::Horizontal);
}

} // namespace placewright
