#include "core/rules/choicechecks.h"

#include "core/rules/yearview.h"

#include <QJsonArray>

namespace placewright {

namespace {

constexpr QLatin1StringView nhsShareField("nhsShare");
constexpr QLatin1StringView councilShareField("councilShare");

void settleCount(Finding& finding, qsizetype rows, qsizetype right, const QList<CellRef>& missing)
{
    const qint64 margin = right - rows;
    finding.required = qint64(rows);
    finding.planned = qint64(right);
    finding.margin = margin;
    finding.status = margin < 0 ? FindingStatus::Fail : FindingStatus::Pass;
    if (finding.status == FindingStatus::Pass && !missing.isEmpty()) {
        finding.planned = std::monostate();
        leaveUnknown(finding, missing);
    }
}

// One cell that has to stand in a list of the rulebook.
struct ListedCell
{
    const Field* field = nullptr;
    const QList<RulebookEntry>* list = nullptr;
    bool required = false;
    const Field* subTypeOf = nullptr; // the cell whose entry of `list` holds the sub types
};

enum class Verdict { Right, Missing, Wrong };

const RulebookEntry* entryOf(const QList<RulebookEntry>& list, const QString& value)
{
    for (const RulebookEntry& entry : list)
        if (entry.value == value)
            return &entry;
    return nullptr;
}

Verdict verdictOn(const ListedCell& cell, const QString& value, const void* entity)
{
    if (cell.subTypeOf) {
        const RulebookEntry* owner = entryOf(*cell.list, cell.subTypeOf->get(entity, {}).text());
        if (!owner || owner->subTypes.isEmpty())
            return value.isEmpty() ? Verdict::Right : Verdict::Wrong;
        if (!value.isEmpty())
            return owner->subTypes.contains(value) ? Verdict::Right : Verdict::Wrong;
    } else if (!value.isEmpty()) {
        return entryOf(*cell.list, value) ? Verdict::Right : Verdict::Wrong;
    }
    return cell.required ? Verdict::Missing : Verdict::Right;
}

// The cells of one entity type that a check looks at, and what it finds in them.
class ChoiceReader
{
public:
    ChoiceReader(const YearView& view, const RulebookCheck& check, const EntityType& type)
        : m_typeId(type.id)
    {
        for (const QJsonValue& value : check.parameters.value(QLatin1StringView("cells")).toArray()) {
            const QJsonObject cell = value.toObject();
            if (cell.value(QLatin1StringView("entity")).toString() != type.id)
                continue;
            const QString owner = cell.value(QLatin1StringView("subTypeOf")).toString();
            m_cells.append({type.field(cell.value(QLatin1StringView("field")).toString()),
                            &view.rulebook().list(cell.value(QLatin1StringView("list")).toString()),
                            cell.value(QLatin1StringView("required")).toBool(),
                            owner.isEmpty() ? nullptr : type.field(owner)});
        }
    }

    bool isRight(const Id& id, const void* entity, Finding& finding, QList<CellRef>& missing) const
    {
        bool right = true;
        for (const ListedCell& cell : m_cells) {
            const QString value = cell.field->get(entity, {}).text();
            const Verdict verdict = verdictOn(cell, value, entity);
            if (verdict == Verdict::Right)
                continue;
            const CellRef where{m_typeId, id, cell.field->id, {}};
            if (verdict == Verdict::Missing) {
                missing.append(where);
                continue;
            }
            right = false;
            finding.read.append(where);
            if (!finding.details.contains(value))
                finding.details.append(value);
        }
        return right;
    }

private:
    QString m_typeId;
    QList<ListedCell> m_cells;
};

} // namespace

QList<Finding> jointPercentages(const YearView& view, const RulebookCheck& check)
{
    const QString joint = textParameter(check, QLatin1StringView("jointCommissioner"));

    Finding finding = view.begin(check);
    QList<CellRef> missing;
    qsizetype rows = 0;
    qsizetype right = 0;
    for (const LedgerRow* row : view.rows()) {
        if (row->amount.isZero() || row->origin == LedgerRow::Origin::Vat)
            continue;
        ++rows;
        const Line& line = view.line(*row);
        const bool isJoint = line.commissioner == joint;
        const CellRef nhs = view.lineCell(*row, nhsShareField);
        const CellRef council = view.lineCell(*row, councilShareField);
        bool wrong = false;
        if (!isJoint) {
            wrong = line.nhsShare || line.councilShare;
        } else if (!line.nhsShare || !line.councilShare) {
            missing.append(line.nhsShare ? council : nhs);
        } else {
            wrong = line.nhsShare->isNegative() || line.councilShare->isNegative() ||
                    line.nhsShare->exact() + line.councilShare->exact() != Ratio(100);
        }
        if (wrong) {
            finding.faults.append(line.id);
            finding.read.append({nhs, council});
        } else {
            ++right;
        }
    }
    settleCount(finding, rows, right, missing);
    return {finding};
}

QList<Finding> choicesInLists(const YearView& view, const RulebookCheck& check)
{
    const ChoiceReader schemes(view, check, Scheme::type);
    const ChoiceReader lines(view, check, Line::type);
    const ChoiceReader contributions(view, check, Contribution::type);

    Finding finding = view.begin(check);
    QList<CellRef> missing;
    qsizetype rows = 0;
    qsizetype right = 0;
    QHash<qint32, bool> schemeRight;
    for (const LedgerRow* row : view.rows()) {
        if (row->amount.isZero() || row->origin == LedgerRow::Origin::Vat)
            continue;
        ++rows;
        const auto known = schemeRight.constFind(row->scheme);
        const bool schemeIsRight =
            known != schemeRight.constEnd()
                ? *known
                : *schemeRight.insert(row->scheme, schemes.isRight(view.scheme(*row).id, &view.scheme(*row),
                                                                   finding, missing));
        const Line& line = view.line(*row);
        const bool lineIsRight = lines.isRight(line.id, &line, finding, missing);
        if (schemeIsRight && lineIsRight)
            ++right;
        else
            finding.faults.append(line.id);
    }
    for (const Income& income : view.incomes()) {
        if (!income.amount || income.amount->isZero())
            continue;
        ++rows;
        const Contribution& contribution = *income.contribution;
        if (contributions.isRight(contribution.id, &contribution, finding, missing))
            ++right;
    }
    settleCount(finding, rows, right, missing);
    return {finding};
}

} // namespace placewright
