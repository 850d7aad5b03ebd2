#include "ui/models/datasetsmodel.h"

#include "core/place/codeset.h"

#include <QLocale>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype mostNamed = 20; // measures in a tooltip

ShownCell dash()
{
    ShownCell cell;
    cell.text = QChar(0x2013);
    return cell;
}

QString counted(qsizetype number)
{
    return QLocale(QLocale::English, QLocale::UnitedKingdom).toString(number);
}

} // namespace

DatasetsModel::DatasetsModel(PlanDocument& document, QObject* parent)
    : PlanTableModel(document, parent)
{
    rebuild();
}

QList<PlanRow> DatasetsModel::makeRows() const
{
    QList<PlanRow> rows;
    for (const NeedDataset& dataset : plan().needDatasets)
        rows.append({PlanRow::Kind::Entity, NeedDataset::type.id, dataset.id, 0});
    return rows;
}

ShownCell DatasetsModel::rowsOf(const NeedDataset& dataset) const
{
    qsizetype rows = 0;
    if (const FigureTable* table = document().shelf().figuresOf(dataset))
        rows = table->size();
    else if (const auto lookup = document().shelf().lookups.value(dataset.hash);
             lookup && !lookup->columns().isEmpty())
        rows = lookup->columns().first().codes.size();
    else
        return dash();
    ShownCell cell;
    cell.text = counted(rows);
    cell.number = static_cast<double>(rows);
    return cell;
}

ShownCell DatasetsModel::codesOf(const NeedDataset& dataset) const
{
    ShownCell cell;
    if (const FigureTable* table = document().shelf().figuresOf(dataset)) {
        cell.text = codeSetLabel(table->codeSet());
        return cell;
    }
    const auto lookup = document().shelf().lookups.value(dataset.hash);
    if (!lookup)
        return dataset.codeSet.isEmpty() ? dash() : (cell.text = codeSetLabel(dataset.codeSet), cell);
    QStringList sets;
    for (const Lookup::Column& column : lookup->columns())
        sets.append(codeSetLabel(column.codeSet));
    cell.text = sets.join(u" → "_s);
    cell.tooltip = sets.join(u'\n');
    return cell;
}

ShownCell DatasetsModel::measuresOf(const NeedDataset& dataset) const
{
    const FigureTable* table = document().shelf().figuresOf(dataset);
    if (!table)
        return dash();
    ShownCell cell;
    QStringList names;
    for (const FigureColumn& column : table->columns())
        names.append(column.name);
    cell.text = counted(names.size());
    cell.number = static_cast<double>(names.size());
    cell.tooltip = names.mid(0, mostNamed).join(u'\n');
    if (names.size() > mostNamed)
        cell.tooltip += u'\n' + tr("and %n more", nullptr, static_cast<int>(names.size() - mostNamed));
    return cell;
}

QList<PlanColumn> DatasetsModel::makeColumns() const
{
    const auto typed = [](const QString& title, const char* field) {
        PlanColumn made;
        made.title = title;
        made.fields.insert(NeedDataset::type.id, QLatin1StringView(field));
        return made;
    };
    const auto worked = [this](const QString& title, std::function<ShownCell(const NeedDataset&)> shown,
                               bool figure = false) {
        PlanColumn made;
        made.title = title;
        made.figure = figure;
        made.shown = [this, shown](const PlanRow& row) -> std::optional<ShownCell> {
            const NeedDataset* dataset = plan().needDatasets.find(row.id);
            return dataset ? shown(*dataset) : dash();
        };
        return made;
    };
    PlanColumn name = typed(tr("Dataset"), "name");
    name.stretch = true;
    return {name,
            worked(tr("Kind"),
                   [](const NeedDataset& dataset) {
                       ShownCell cell;
                       cell.text = labelOfChoice(*NeedDataset::type.field(u"kind"), dataset.kind);
                       cell.tooltip = dataset.fileName;
                       return cell;
                   }),
            worked(
                tr("Rows"), [this](const NeedDataset& dataset) { return rowsOf(dataset); }, true),
            worked(tr("Rows are"), [this](const NeedDataset& dataset) { return codesOf(dataset); }),
            worked(
                tr("Measures"), [this](const NeedDataset& dataset) { return measuresOf(dataset); }, true),
            typed(tr("Source"), "source"),
            typed(tr("Date"), "date"),
            typed(tr("Licence"), "licence"),
            typed(tr("Base"), "base"),
            typed(tr("Unit"), "unit")};
}

} // namespace placewright
