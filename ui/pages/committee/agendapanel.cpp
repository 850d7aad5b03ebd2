#include "ui/pages/committee/agendapanel.h"

#include "core/plan/edit.h"
#include "core/words/committeewords.h"
#include "ui/models/removal.h"
#include "ui/pages/committee/dialogs/itemdialog.h"
#include "ui/theme/space.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QToolButton>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

enum ItemRole { NumberTextRole = Qt::UserRole + 1, ResultRole, ItemIdRole };

constexpr int numberWidth = 28;
constexpr int edgeWidth = 3;

// Number, subject, and below it in grey what became of it.
class AgendaDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        const QFontMetrics title(textFont(TextSize::Body));
        const QFontMetrics below(textFont(TextSize::Caption));
        return {numberWidth + 120, title.height() + below.height() + 2 * space::medium};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Tokens& tokens = tokensOf(option.palette);
        const bool isChosen = option.state & QStyle::State_Selected;
        painter->save();
        painter->fillRect(option.rect, isChosen ? tokens.selection : tokens.base);
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          tokens.line);
        if (isChosen)
            painter->fillRect(QRect(option.rect.topLeft(), QSize(edgeWidth, option.rect.height())),
                              tokens.accent);
        const bool isYellow = isChosen && tokens.kind == ThemeKind::HighContrast;
        const QColor ink = isYellow ? tokens.onSelection : tokens.text;
        const QColor second = isYellow ? tokens.onSelection : tokens.text2;
        const QRect room = option.rect.adjusted(space::inside, space::medium, -space::medium, -space::medium);
        const auto line = [&](const QString& text, QRect place, const QFont& font, const QColor& colour) {
            painter->setFont(font);
            painter->setPen(colour);
            painter->drawText(place, Qt::AlignLeft | Qt::AlignTop,
                              QFontMetrics(font).elidedText(text, Qt::ElideRight, place.width()));
        };
        const QFont title = textFont(TextSize::Body, isChosen ? TextWeight::Strong : TextWeight::Normal);
        line(index.data(NumberTextRole).toString(), room, textFont(TextSize::Body), second);
        const QRect texts = room.adjusted(numberWidth, 0, 0, 0);
        line(index.data(Qt::DisplayRole).toString(), texts, title, ink);
        line(index.data(ResultRole).toString(), texts.adjusted(0, QFontMetrics(title).height(), 0, 0),
             textFont(TextSize::Caption), second);
        if (option.state & QStyle::State_HasFocus) {
            painter->setPen(QPen(isYellow ? tokens.onSelection : tokens.accent, 2));
            painter->drawRect(option.rect.adjusted(1, 1, -1, -2));
        }
        painter->restore();
    }
};

QToolButton* tool(Icon icon, const QString& name, const QString& objectName, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setIcon(themeIcon(icon));
    button->setFixedSize(space::target, space::target);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setObjectName(objectName);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

AgendaPanel::AgendaPanel(const CommitteeContext& context, QWidget* parent)
    : Panel(parent)
    , m_context(context)
    , m_list(new QListWidget(this))
    , m_add(tool(Icon::Plus, tr("Add an item"), u"addItem"_s, this))
    , m_edit(tool(Icon::Papers, tr("Edit the item…"), u"editItem"_s, this))
    , m_remove(tool(Icon::Close, tr("Delete the item"), u"deleteItem"_s, this))
{
    setObjectName(u"agendaPanel"_s);
    setTitle(tr("Agenda"));
    m_list->setObjectName(u"agenda"_s);
    m_list->setAccessibleName(tr("Agenda"));
    m_list->setItemDelegate(new AgendaDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    for (QToolButton* button : {m_add, m_edit, m_remove})
        addTool(button);
    setBody(m_list);
    connect(m_list, &QListWidget::currentRowChanged, this, &AgendaPanel::choose);
    connect(m_list, &QListWidget::itemActivated, this, &AgendaPanel::editItem);
    connect(m_add, &QToolButton::clicked, this, &AgendaPanel::addItem);
    connect(m_edit, &QToolButton::clicked, this, &AgendaPanel::editItem);
    connect(m_remove, &QToolButton::clicked, this, &AgendaPanel::removeItem);
}

void AgendaPanel::refresh()
{
    const QSignalBlocker quiet(m_list);
    const QList<const AgendaItem*> items = m_context.shown.items();
    m_list->clear();
    for (const AgendaItem* item : items) {
        auto* row = new QListWidgetItem(item->title, m_list);
        const QString number = item->number ? QString::number(*item->number) : QString();
        const QString result = resultOf(*item);
        row->setData(NumberTextRole, number);
        row->setData(ResultRole, result);
        row->setData(ItemIdRole, item->id.text());
        row->setToolTip(item->confidential ? tr("%1. Confidential.").arg(item->title) : item->title);
        QString spoken = item->title;
        if (!number.isEmpty())
            spoken = tr("Item %1: %2").arg(number, item->title);
        row->setData(Qt::AccessibleTextRole, result.isEmpty() ? spoken : tr("%1, %2").arg(spoken, result));
        if (item->id == m_context.shown.itemId())
            m_list->setCurrentItem(row);
    }
    const bool canEdit = !m_context.page.document.isReadOnly();
    m_add->setEnabled(canEdit && m_context.shown.meeting());
    m_edit->setEnabled(m_context.shown.item());
    m_remove->setEnabled(canEdit && m_context.shown.item());
    setCaption(items.isEmpty() ? tr("No item yet. Add the first.") : QString());
}

// The last recorded outcome of its resolutions, else the item's own result.
QString AgendaPanel::resultOf(const AgendaItem& item) const
{
    const Plan& base = m_context.page.document.base();
    QStringList said;
    for (const Resolution* resolution : m_context.shown.resolutionsOf(item.id)) {
        const ResolutionOutcome* last = lastOutcome(base, resolution->id);
        if (!last) {
            said.append(tr("to be decided", "a resolution"));
            continue;
        }
        QString words = labelOfChoice(*ResolutionOutcome::type.field(u"outcome"), last->outcome).toLower();
        if (last->inFavour && last->against && last->outcome != resolutionOutcome::applied)
            words = tr("%1, %2 to %3", "carried, 6 to 1").arg(words).arg(*last->inFavour).arg(*last->against);
        said.append(words);
    }
    if (!item.result.isEmpty())
        said.append(labelOfChoice(*AgendaItem::type.field(u"result"), item.result).toLower());
    if (said.isEmpty())
        said.append(item.note);
    return said.join(u"; "_s);
}

void AgendaPanel::choose(int row)
{
    const QListWidgetItem* item = m_list->item(row);
    if (!item)
        return;
    m_context.shown.chooseItem(Id(item->data(ItemIdRole).toString()));
    // Later: the list is told of the change and is not to be filled meanwhile.
    QMetaObject::invokeMethod(this, &AgendaPanel::chosen, Qt::QueuedConnection);
}

void AgendaPanel::addItem()
{
    PlanDocument& document = m_context.page.document;
    const QList<const AgendaItem*> items = m_context.shown.items();
    qint64 number = 0;
    for (const AgendaItem* item : items)
        number = std::max(number, item->number.value_or(0));
    const Id id = document.author().ids();
    StepBuilder builder(document.base());
    builder.add(AgendaItem::type.id, id)
        .set(AgendaItem::type.id, id, u"meeting", Value(m_context.shown.meetingId()))
        .set(AgendaItem::type.id, id, u"number", Value::count(number + 1))
        .set(AgendaItem::type.id, id, u"title", Value(tr("New item")));
    if (!document.commitToBase(builder.step(tr("Added item %1 to the agenda").arg(number + 1))))
        return;
    m_context.shown.chooseItem(id);
    emit chosen();
    editItem();
}

void AgendaPanel::editItem()
{
    const AgendaItem* item = m_context.shown.item();
    if (!item)
        return;
    ItemDialog dialog(m_context.page.document, item->id, this);
    dialog.exec();
}

void AgendaPanel::removeItem()
{
    const Removed removed = removeEntities(m_context.page.document, {m_context.shown.itemId().text()});
    if (!removed.what.isEmpty())
        emit noticed(removed.what);
}

} // namespace placewright
