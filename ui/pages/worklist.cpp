#include "ui/pages/worklist.h"

#include "ui/panel/linklabel.h"
#include "ui/theme/space.h"

#include <QGridLayout>
#include <QLabel>

namespace placewright {

namespace {

Icon markFor(ToSettle::Kind kind)
{
    switch (kind) {
    case ToSettle::Kind::Missed:
        return Icon::Missed;
    case ToSettle::Kind::NotKnown:
        return Icon::NotKnown;
    case ToSettle::Kind::Warning:
        return Icon::Warning;
    case ToSettle::Kind::Indicative:
        return Icon::Indicative;
    case ToSettle::Kind::Disputed:
        break;
    }
    return Icon::Disputed;
}

QString wordFor(ToSettle::Kind kind)
{
    switch (kind) {
    case ToSettle::Kind::Missed:
        return Worklist::tr("Missed");
    case ToSettle::Kind::NotKnown:
        return Worklist::tr("Not known");
    case ToSettle::Kind::Warning:
        return Worklist::tr("Warning");
    case ToSettle::Kind::Indicative:
        return Worklist::tr("Indicative");
    case ToSettle::Kind::Disputed:
        break;
    }
    return Worklist::tr("Disputed");
}

PageId pageFor(ToSettle::Kind kind)
{
    switch (kind) {
    case ToSettle::Kind::Indicative:
        return PageId::Funding;
    case ToSettle::Kind::Disputed:
        return PageId::Schemes;
    default:
        return PageId::Conditions;
    }
}

QString pageName(PageId page)
{
    switch (page) {
    case PageId::Funding:
        return Worklist::tr("Funding");
    case PageId::Schemes:
        return Worklist::tr("Schemes");
    default:
        return Worklist::tr("Conditions");
    }
}

} // namespace

QString worklistTitle(qsizetype items)
{
    return items == 0
               ? Worklist::tr("Nothing is left to settle before sign-off")
               : Worklist::tr("%n thing(s) to settle before sign-off", nullptr, static_cast<int>(items));
}

Worklist::Worklist(QWidget* parent)
    : QWidget(parent)
    , m_rows(new QGridLayout(this))
{
    m_rows->setContentsMargins(space::inside, space::small, space::inside, space::medium);
    m_rows->setHorizontalSpacing(space::medium);
    m_rows->setVerticalSpacing(space::medium);
    m_rows->setColumnStretch(1, 1);
}

void Worklist::setItems(const QList<ToSettle>& items)
{
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (int row = 0; row < items.size(); ++row) {
        const ToSettle& item = items.at(row);
        const PageId page = pageFor(item.kind);
        auto* mark = new QLabel(this);
        mark->setPixmap(themeIcon(markFor(item.kind)).pixmap(16));
        mark->setFixedWidth(18);
        mark->setAccessibleName(wordFor(item.kind));
        auto* text = new QLabel(item.text, this);
        text->setWordWrap(true);
        auto* link = new LinkLabel(pageName(page), this);
        link->setObjectName(QStringLiteral("settle%1").arg(row));
        link->setAccessibleDescription(item.text);
        m_rows->addWidget(mark, row, 0, Qt::AlignTop);
        m_rows->addWidget(text, row, 1);
        m_rows->addWidget(link, row, 2, Qt::AlignTop);
        connect(link, &QAbstractButton::clicked, this, [this, page, item] {
            emit goTo(page, page == PageId::Conditions ? QStringList{item.finding} : item.ids);
        });
    }
    m_rows->setRowStretch(static_cast<int>(items.size()), 1);
}

} // namespace placewright
