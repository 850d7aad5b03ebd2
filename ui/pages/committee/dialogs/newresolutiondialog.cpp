#include "ui/pages/committee/dialogs/newresolutiondialog.h"

#include "core/committee/heldsteps.h"
#include "core/plan/edit.h"
#include "core/plan/names.h"

#include <QComboBox>
#include <QLineEdit>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

const QString wordsAlone = u"words"_s;
const QString money = u"money"_s;
const QString scenarioPrefix = u"scenario:"_s;

// The line's money of one year, more or less of it. Refused below nothing.
Outcome changeBy(StepBuilder& builder, const Plan& base, const Id& id, const Key& year, Money by)
{
    const Line* line = base.lines.find(id);
    const Money before = line->amount.value(year);
    if ((before + by).isNegative())
        return Error{NewResolutionDialog::tr("%1 has only %2 in %3.")
                         .arg(nameOf(base, Line::type.id, id), formatMoney(before), year.year.text())};
    builder.set(Line::type.id, id, u"amount", year, Value(before + by));
    return Done{};
}

} // namespace

NewResolutionDialog::NewResolutionDialog(PlanDocument& document, const AgendaItem& item, QWidget* parent)
    : AskDialog(tr("New resolution"), tr("Put it to the committee"), parent)
    , m_document(document)
    , m_item(item.id)
    , m_id(document.author().ids())
    , m_name(addText(labelOf(*Resolution::type.field(u"name")), u"resolutionName"_s, item.title))
    , m_text(addText(labelOf(*Resolution::type.field(u"text")), u"resolutionText"_s))
    , m_what(addChoice(tr("It changes"), u"resolutionChanges"_s))
    , m_suggested(item.title)
{
    setObjectName(u"newResolutionDialog"_s);
    const Plan& base = document.base();
    m_what->addItem(tr("nothing in the plan: words alone"), wordsAlone);
    for (const Scenario& scenario : base.scenarios)
        m_what->addItem(tr("all that “%1” changes").arg(scenario.name), scenarioPrefix + scenario.id.text());
    m_what->addItem(tr("money of one line"), money);
    m_line = addLines(tr("Line"), u"resolutionLine"_s, {});
    m_year = addChoice(tr("Year"), u"resolutionYear"_s);
    for (const FinancialYear& year : base.years)
        m_year->addItem(year.id.text(), year.id.text());
    m_year->setCurrentIndex(m_year->findData(document.year()));
    m_amount = addText(tr("Change in £"), u"resolutionAmount"_s);
    m_amount->setPlaceholderText(tr("10,000 more, or −10,000 less"));
    m_from = addLines(tr("Taken from"), u"resolutionFrom"_s, tr("no other line: new money"));
    connect(m_what, &QComboBox::currentIndexChanged, this, &NewResolutionDialog::refresh);
    setAct([this] { return make(); });
    refresh();
    m_name->setFocus();
    m_name->selectAll();
}

// Lines that have an amount of their own.
QComboBox* NewResolutionDialog::addLines(const QString& label, const QString& objectName, const QString& none)
{
    const Plan& base = m_document.base();
    QComboBox* box = addChoice(label, objectName);
    if (!none.isEmpty())
        box->addItem(none, QString());
    for (const Line& line : base.lines)
        if (line.contract.isNull())
            box->addItem(
                tr("%1: %2", "scheme and line")
                    .arg(nameOf(base, Scheme::type.id, line.scheme), nameOf(base, Line::type.id, line.id)),
                line.id.text());
    return box;
}

void NewResolutionDialog::refresh()
{
    const QString what = m_what->currentData().toString();
    for (QWidget* field : {static_cast<QWidget*>(m_line), static_cast<QWidget*>(m_year),
                           static_cast<QWidget*>(m_amount), static_cast<QWidget*>(m_from)})
        field->setEnabled(what == money);
    if (!what.startsWith(scenarioPrefix) || m_name->text() != m_suggested)
        return;
    m_suggested = tr("Adopt %1").arg(m_document.scenarioName(Id(what.sliced(scenarioPrefix.size()))));
    m_name->setText(m_suggested);
}

Result<QList<Change>> NewResolutionDialog::moneyChanges() const
{
    const Plan& base = m_document.base();
    const Result<Money> amount = parseMoney(m_amount->text().trimmed());
    if (!amount)
        return amount.error();
    if (amount->isZero())
        return Error{tr("Enter how much the line is to change by.")};
    const Id line(m_line->currentData().toString());
    const Id from(m_from->currentData().toString());
    if (line.isNull())
        return Error{tr("Choose a line. Lines that a contract pays have no amount of their own.")};
    if (line == from)
        return Error{tr("The money cannot be taken from the line that it goes to.")};
    const Key year{Id(m_year->currentData().toString()), {}};
    StepBuilder builder(base);
    if (Outcome done = changeBy(builder, base, line, year, *amount); !done)
        return done.error();
    if (!from.isNull())
        if (Outcome done = changeBy(builder, base, from, year, -*amount); !done)
            return done.error();
    return builder.step({}).changes;
}

Result<QList<Change>> NewResolutionDialog::changes() const
{
    const QString what = m_what->currentData().toString();
    if (what == money)
        return moneyChanges();
    if (!what.startsWith(scenarioPrefix))
        return QList<Change>{};
    const Id scenario(what.sliced(scenarioPrefix.size()));
    const Branch branch = branchPlan(m_document.tree(), scenario);
    if (!branch.stale.isEmpty())
        return Error{tr("“%1” has steps that no longer fit the base. Settle them first.")
                         .arg(m_document.scenarioName(scenario))};
    const QList<Change> all = difference(m_document.base(), branch.plan).changes;
    if (all.isEmpty())
        return Error{tr("“%1” changes nothing.").arg(m_document.scenarioName(scenario))};
    return all;
}

Outcome NewResolutionDialog::make()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty())
        return Error{tr("Give the resolution a name.")};
    const Result<QList<Change>> held = changes();
    if (!held)
        return held.error();
    StepBuilder builder(m_document.base());
    builder.add(Resolution::type.id, m_id)
        .set(Resolution::type.id, m_id, u"item", Value(m_item))
        .set(Resolution::type.id, m_id, u"name", Value(name))
        .set(Resolution::type.id, m_id, u"text", Value(m_text->text().trimmed()));
    const QString what = m_what->currentData().toString();
    if (what.startsWith(scenarioPrefix))
        builder.set(Resolution::type.id, m_id, u"option",
                    Value(m_document.scenarioName(Id(what.sliced(scenarioPrefix.size())))));
    if (!held->isEmpty()) {
        const Id step = m_document.author().ids();
        builder.add(ResolutionStep::type.id, step)
            .set(ResolutionStep::type.id, step, u"resolution", Value(m_id))
            .set(ResolutionStep::type.id, step, u"what", Value(name))
            .set(ResolutionStep::type.id, step, u"changes", Value(heldChanges(*held)));
    }
    if (!m_document.commitToBase(builder.step(tr("Resolution: %1").arg(name))))
        return Error{m_document.lastRefusal()};
    return Done{};
}

} // namespace placewright
