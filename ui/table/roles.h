#pragma once

#include <QString>
#include <Qt>

namespace placewright {

// What a model tells GridView and CellDelegate about a cell besides Qt::DisplayRole, EditRole, ToolTipRole and
// TextAlignmentRole. Every role may be left out. A cell is editable when its flags say so.
enum TableRole {
    StatusRole = Qt::UserRole +
                 1, // QString "confirmed", "indicative" (hatched) or "disputed" (diamond); typed figures only
    NumberRole, // the raw value to sort by (qint64 pence, double, QDate); its presence makes the cell a figure
    ComputedRole, // bool: worked out, read only, grey
    IdRole,       // QString: entity of the row (ask any column): the shared selection and collapsed groups
    GroupRole,    // bool: this row heads a group; its rows follow until the next group row of its level
    LevelRole,    // int: nesting of a group row, and indent of the first column of a plain row (0, 1, ...)
    TotalRole,    // bool: this row is the total: shown under the table, never sorted or filtered
    SpanRole,     // int: columns that this cell covers (group rows)
    SecondaryTextRole, // QString: grey text after the display text
    ProblemRole,       // QString: what is wrong with the stored value; the cell gets a frame and this tooltip
    RefusalRole,    // QString: why the last setData of this cell returned false; read at once by the editor
    BarRole,        // double 0 to 1: in-cell bar as a share of the column's common scale
    BarHatchedRole, // double 0 to 1: how much of that bar is hatched (indicative), from its end
    MarkRole,       // int(Icon): mark at the left of the text
    EmphasisRole,   // int(Emphasis)
    ChoicesRole,    // QStringList: the editor is a list of these
    LinkRole,       // bool: drawn and clicked as a link (GridView::linkActivated)
};

enum class Emphasis {
    None,
    Strong,    // DemiBold
    Secondary, // grey
    Missed,    // DemiBold orange: missed, over a limit
    Gain,      // accent with the arrow up
    Loss,      // orange with the arrow down
    Met,       // accent
};

// Header data may carry TextAlignmentRole; a column whose header has HeaderFigureRole true is set right.
enum HeaderRole {
    HeaderFigureRole = Qt::UserRole + 101, // bool: figures, right
    HeaderStretchRole,                     // bool: takes the width that is left
    HeaderWidthRole,                       // int: fixed width in pixels (bars)
    HeaderKeepsRole,                       // bool: text that does not give way where the table is narrow
};

} // namespace placewright
