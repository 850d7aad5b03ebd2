#include "ui/pages/funding/streamfacts.h"

#include "ui/theme/icons.h"
#include "ui/theme/space.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

constexpr int nameWidth = 140;
constexpr int markSize = 16;

Icon markOf(Confidence confidence)
{
    switch (confidence) {
    case Confidence::Seen:
        return Icon::Met;
    case Confidence::Check:
        return Icon::Warning;
    case Confidence::Blank:
        break;
    }
    return Icon::NotKnown;
}

QString confidenceWords(const RulebookFact& fact)
{
    if (fact.value.isEmpty() || fact.confidence == Confidence::Blank)
        return StreamFacts::tr("Not known. %1").arg(fact.source);
    return fact.confidence == Confidence::Seen ? StreamFacts::tr("Seen: %1").arg(fact.source)
                                               : StreamFacts::tr("To be checked: %1").arg(fact.source);
}

QLabel* wrapped(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

StreamFacts::StreamFacts(QWidget* parent)
    : QWidget(parent)
    , m_cells(new QGridLayout(this))
{
    m_cells->setContentsMargins(space::inside, space::medium, space::inside, space::inside);
    m_cells->setHorizontalSpacing(space::medium);
    m_cells->setVerticalSpacing(space::tiny);
    m_cells->setColumnMinimumWidth(0, nameWidth);
    m_cells->setColumnStretch(2, 1);
    addRow(streamFact::payer, tr("Who pays whom"));
    addRow(streamFact::use, tr("What it may be spent on"));
    addRow(streamFact::carryForward, tr("Carry-forward"));
    addRow(streamFact::legalBasis, tr("Legal basis"));
    addRow(streamFact::years, tr("Years"));
    m_cells->setRowStretch(m_cells->rowCount(), 1);
    refreshLook();
}

void StreamFacts::addRow(QLatin1StringView fact, const QString& name)
{
    Row row{fact, wrapped(this), wrapped(this), new QLabel(this), wrapped(this)};
    row.name->setText(name);
    row.name->setFixedWidth(nameWidth);
    row.value->setObjectName(u"streamFact-"_s + fact);
    row.from->setObjectName(u"streamFactFrom-"_s + fact);
    const int at = static_cast<int>(m_rows.size()) * 3;
    m_cells->addWidget(row.name, at, 0, Qt::AlignTop);
    m_cells->addWidget(row.value, at, 1, 1, 2);
    m_cells->addWidget(row.mark, at + 1, 1, Qt::AlignTop);
    m_cells->addWidget(row.from, at + 1, 2);
    m_cells->setRowMinimumHeight(at + 2, space::medium);
    m_rows.append(row);
}

void StreamFacts::setStream(const Rulebook* rulebook, const QString& source)
{
    const RulebookEntry* entry = rulebook ? rulebook->entry(u"sources", source) : nullptr;
    const QString absent = !rulebook ? tr("This year stands under no rulebook.")
                           : !entry  ? tr("This year’s rulebook does not list this source.")
                                     : tr("This year’s rulebook does not say.");
    for (const Row& row : std::as_const(m_rows))
        fill(row, entry ? entry->fact(QString(row.fact)) : nullptr, absent);
}

void StreamFacts::fill(const Row& row, const RulebookFact* fact, const QString& absent) const
{
    const bool known = fact && !fact->value.isEmpty() && fact->confidence != Confidence::Blank;
    row.value->setText(known ? fact->value : tr("not known"));
    row.value->setForegroundRole(known ? QPalette::WindowText : QPalette::PlaceholderText);
    row.from->setText(fact ? confidenceWords(*fact) : absent);
    const Icon mark = known ? markOf(fact->confidence) : Icon::NotKnown;
    row.mark->setPixmap(themeIcon(mark).pixmap(markSize, markSize));
    row.value->setAccessibleName(u"%1: %2. %3"_s.arg(row.name->text(), row.value->text(), row.from->text()));
}

void StreamFacts::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        refreshLook();
    QWidget::changeEvent(event);
}

void StreamFacts::refreshLook()
{
    const QColor secondary = tokensOf(this).text2;
    for (const Row& row : std::as_const(m_rows)) {
        row.value->setFont(textFont(TextSize::Body));
        for (QLabel* label : {row.name, row.from}) {
            label->setFont(textFont(TextSize::Caption));
            QPalette palette = label->palette();
            palette.setColor(QPalette::WindowText, secondary);
            if (label->palette() != palette)
                label->setPalette(palette);
        }
    }
}

} // namespace placewright
