#include "ui/pages/areasservedpanel.h"

#include "core/words/headlines.h"
#include "ui/table/grid.h"
#include "ui/theme/space.h"
#include "ui/theme/tokens.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace placewright {

namespace {

constexpr int narrowest = 320;

constexpr QLatin1StringView bases[] = {basis::notSplit,   basis::area, basis::pounds,  basis::shares,
                                       basis::population, basis::need, basis::contract};

QLabel* addRow(QGridLayout& form, const QString& label, QWidget* field)
{
    auto* name = new QLabel(label);
    name->setBuddy(field);
    const int row = form.rowCount();
    form.addWidget(name, row, 0);
    form.addWidget(field, row, 1);
    return name;
}

} // namespace

AreasServedPanel::AreasServedPanel(PlanDocument& document, QWidget* parent)
    : Panel(parent)
    , m_document(document)
    , m_model(document)
    , m_basis(new QComboBox)
    , m_layer(new QComboBox)
    , m_area(new QComboBox)
    , m_source(new QLineEdit)
    , m_problem(new QLabel)
    , m_grid(new Grid(&m_model))
{
    setObjectName(QStringLiteral("areasServed"));
    m_basis->setObjectName(QStringLiteral("areasBasis"));
    m_layer->setObjectName(QStringLiteral("areasLayer"));
    m_area->setObjectName(QStringLiteral("areasOne"));
    m_source->setObjectName(QStringLiteral("areasSource"));
    m_grid->setObjectName(QStringLiteral("areasGrid"));
    m_problem->setObjectName(QStringLiteral("areasProblem"));
    m_problem->setWordWrap(true);
    for (QComboBox* combo : {m_basis, m_layer, m_area}) {
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setMinimumContentsLength(8);
    }
    m_model.attach(*m_grid->view());
    holdLocked();
    setMinimumWidth(narrowest);

    auto* body = new QWidget;
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::medium);
    auto* form = new QGridLayout;
    form->setContentsMargins(space::inside, space::small, space::inside, 0);
    form->setHorizontalSpacing(space::medium);
    form->setVerticalSpacing(space::medium);
    form->setColumnStretch(1, 1);
    addRow(*form, tr("Money reaches areas"), m_basis);
    addRow(*form, tr("Areas of"), m_layer);
    m_areaLabel = addRow(*form, tr("The one area"), m_area);
    m_sourceLabel = addRow(*form, tr("Source of the split"), m_source);
    form->addWidget(m_problem, form->rowCount(), 0, 1, 2);
    layout->addLayout(form);
    layout->addWidget(m_grid, 1);
    setBody(body);

    connect(m_basis, &QComboBox::activated, this, &AreasServedPanel::takeBasis);
    connect(m_layer, &QComboBox::activated, this, &AreasServedPanel::takeLayer);
    connect(m_area, &QComboBox::activated, this, &AreasServedPanel::takeArea);
    connect(m_source, &QLineEdit::editingFinished, this, &AreasServedPanel::takeSource);
    refresh();
}

void AreasServedPanel::setSubject(const Id& schemeOrLine)
{
    m_model.setSubject(schemeOrLine);
    refresh();
}

void AreasServedPanel::set(QLatin1StringView field, const Value& value)
{
    const QLatin1StringView type = m_model.subjectType();
    StepBuilder builder(m_document.plan());
    builder.set(type, m_model.subject(), field, value);
    const QString name = nameOf(m_document.plan(), type, m_model.subject());
    m_document.commit(
        builder.step(tr("%1: %2").arg(name, labelOf(*Plan::schema().type(type)->field(field)))));
    refresh();
}

void AreasServedPanel::takeBasis(int item)
{
    const QString chosen = m_basis->itemData(item).toString();
    const Plan& plan = m_document.plan();
    const Scheme* scheme = m_model.scheme();
    if (!scheme)
        return;
    StepBuilder builder(plan);
    builder.set(m_model.subjectType(), m_model.subject(), u"areaBasis", Value(chosen));
    if (scheme->layer.isNull() && !chosen.isEmpty() && chosen != basis::notSplit)
        builder.set(Scheme::type.id, scheme->id, u"layer", Value(needLayer(plan)));
    const QString name = nameOf(plan, m_model.subjectType(), m_model.subject());
    m_document.commit(builder.step(tr("%1: how money reaches areas").arg(name)));
    refresh();
}

void AreasServedPanel::takeLayer(int item)
{
    if (!m_model.isLine())
        set(QLatin1StringView("layer"), Value(Id(m_layer->itemData(item).toString())));
}

void AreasServedPanel::takeArea(int item)
{
    set(QLatin1StringView("basisArea"), Value(Id(m_area->itemData(item).toString())));
}

void AreasServedPanel::takeSource()
{
    const QLatin1StringView field("basisSource");
    const QString text = m_source->text().trimmed();
    if (!m_model.subject().isNull() &&
        m_document.plan().value(m_model.subjectType(), m_model.subject(), field).text() != text)
        set(field, Value(text));
}

QString AreasServedPanel::caption() const
{
    const QString basisId = m_model.effectiveBasis();
    if (isAssumed(basisId))
        return tr("Assumed: nobody has stated where this money goes.");
    if (basisId == basis::notSplit)
        return tr("Not split by area: it counts in no area.");
    if (basisId == basis::pounds && !m_model.isLine())
        return tr("Known pounds, typed on each line: choose a line to change them.");
    return tr("Known: stated for these areas.");
}

// Filling down is a drag: a lock keeps what is there. Typing stays free.
void AreasServedPanel::holdLocked()
{
    GridView* view = m_grid->view();
    disconnect(view, &GridView::fillDownRequested, &m_model, nullptr);
    connect(view, &GridView::fillDownRequested, &m_model, [this](const QList<CellText>& cells) {
        const Plan& plan = m_document.plan();
        const Line* line = plan.lines.find(m_model.subject());
        const Scheme* scheme = m_model.scheme();
        const bool ofScheme = scheme && scheme->locked;
        if (ofScheme || (line && line->locked))
            emit m_model.refused(tr("Nothing was filled down: “%1” is locked. You may type there.")
                                     .arg(ofScheme ? scheme->name : nameOf(plan, Line::type.id, line->id)));
        else if (!m_model.fill(cells))
            emit m_model.refused(m_model.lastRefusal());
    });
}

void AreasServedPanel::fillBasis()
{
    const QSignalBlocker blocker(m_basis);
    const Scheme* scheme = m_model.scheme();
    const Field& field = *Scheme::type.field(u"areaBasis");
    m_basis->clear();
    if (m_model.isLine()) {
        const QString of = scheme->areaBasis.isEmpty() ? QString(basis::notSplit) : scheme->areaBasis;
        m_basis->addItem(tr("As its scheme: %1").arg(labelOfChoice(field, of)), QString());
    }
    for (const QLatin1StringView& id : bases)
        m_basis->addItem(labelOfChoice(field, id), QString(id));
    m_basis->setCurrentIndex(m_model.inherits() ? 0 : m_basis->findData(m_model.effectiveBasis()));
}

void AreasServedPanel::fillReferences(QComboBox& combo, QLatin1StringView type, const Id& chosen)
{
    const QSignalBlocker blocker(combo);
    const Scheme* scheme = m_model.scheme();
    const Plan& plan = m_document.plan();
    combo.clear();
    combo.addItem(tr("none chosen"), QString());
    const TableBase& rows = *plan.table(type);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const Id& id = rows.idAt(i);
        const bool ofLayer = type != Area::type.id || !scheme || scheme->layer.isNull() ||
                             plan.areas[i].layer == scheme->layer;
        if (ofLayer)
            combo.addItem(nameOf(plan, type, id), id.text());
    }
    combo.setCurrentIndex(std::max(0, combo.findData(chosen.text())));
}

void AreasServedPanel::refresh()
{
    const Scheme* scheme = m_model.scheme();
    const bool readOnly = m_document.isReadOnly();
    for (QWidget* field : std::initializer_list<QWidget*>{m_basis, m_layer, m_area, m_source})
        field->setEnabled(scheme && !readOnly);
    if (!scheme) {
        setTitle(tr("Areas served"));
        setCaption(tr("Choose a scheme or a line in the table."));
        m_problem->hide();
        return;
    }
    const Plan& plan = m_document.plan();
    const QString basisId = m_model.effectiveBasis();
    setTitle(tr("Areas served: %1").arg(nameOf(plan, m_model.subjectType(), m_model.subject())));
    setCaption(caption());
    fillBasis();
    fillReferences(*m_layer, Layer::type.id, scheme->layer);
    m_layer->setEnabled(!m_model.isLine() && !readOnly);
    const bool own = !m_model.inherits();
    const Id chosenArea = plan.value(own ? m_model.subjectType() : Scheme::type.id,
                                     own ? m_model.subject() : scheme->id, u"basisArea")
                              .id();
    fillReferences(*m_area, Area::type.id, chosenArea);
    m_area->setEnabled(own && !readOnly);
    m_area->setVisible(basisId == basis::area);
    m_areaLabel->setVisible(basisId == basis::area);
    const bool known = basisId == basis::area || basisId == basis::pounds || basisId == basis::shares;
    m_source->setText(plan.value(m_model.subjectType(), m_model.subject(), u"basisSource").text());
    m_source->setCursorPosition(0);
    m_source->setToolTip(m_source->text());
    m_source->setVisible(known);
    m_sourceLabel->setVisible(known);
    const QString problem = m_model.problem();
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    QPalette palette = m_problem->palette();
    const QColor wrong = tokensOf(this).wrong;
    if (palette.color(QPalette::WindowText) != wrong) {
        palette.setColor(QPalette::WindowText, wrong);
        m_problem->setPalette(palette);
    }
}

} // namespace placewright
