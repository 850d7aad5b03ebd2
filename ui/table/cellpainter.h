#pragma once

#include "ui/table/roles.h"
#include "ui/theme/icons.h"

#include <QFont>
#include <QModelIndex>
#include <QStyleOptionViewItem>

namespace placewright {

struct Tokens;

// Paints one cell: ground, hatch and plate, mark, text, bar, frame.
class CellPainter
{
public:
    CellPainter(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index);
    void paint();

    static qreal wantedWidth(const QModelIndex& index);

private:
    struct Content // what stands in the cell, read from the roles once
    {
        QString text;
        QString secondary;
        Icon mark = Icon::None;
        QColor markColour;
        QColor colour;
        QFont font;
        qreal markSize = 0;
        int indent = 0;
        bool right = false;
        bool arrow = false;
    };
    static Content contentOf(const QModelIndex& index, const Tokens& tokens, bool selected);

    void paintGround();
    void paintBar(QRectF& room);
    void paintContent(const QRectF& room);
    void paintFrames();

    QPainter& m_painter;
    const QStyleOptionViewItem& m_option;
    QModelIndex m_index;
    const Tokens& m_tokens;
    QRectF m_rect; // without the hairline
    bool m_selected;
    bool m_indicative;
    Content m_content;
    QColor m_ground;
};

} // namespace placewright
