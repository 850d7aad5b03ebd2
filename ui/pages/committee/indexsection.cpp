#include "ui/pages/committee/indexsection.h"

#include "core/words/phrases.h"
#include "ui/charts/indexchart.h"
#include "ui/panel/panel.h"
#include "ui/table/grid.h"
#include "ui/theme/space.h"

#include <QLabel>
#include <QSplitter>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

QString problemInWords(DomainProblem problem)
{
    switch (problem) {
    case DomainProblem::None:
        return {};
    case DomainProblem::NotEntered:
        return IndexSection::tr("nothing is entered");
    case DomainProblem::NoFigure:
        return IndexSection::tr("no figure");
    case DomainProblem::NoReferencePoints:
        return IndexSection::tr("no low and high point");
    case DomainProblem::NoDeprivation:
        return IndexSection::tr("no deprivation score, or not what is expected by it");
    }
    return {};
}

QList<IndexYear> indexOf(const Plan& base)
{
    const QList<IndexDomain> domains(base.indexDomains.begin(), base.indexDomains.end());
    QList<IndexYear> years;
    for (const FinancialYear& year : base.years)
        years.append(integrationIndex(domains, year.id.text()));
    return years;
}

} // namespace

IndexSection::IndexSection(const CommitteeContext& context, QWidget* parent)
    : CommitteeTables(context, parent)
    , m_domains(context.page.document)
    , m_figures(context.page.document, IndexDomain::type,
                {QLatin1StringView("figure"), QLatin1StringView("quality"), QLatin1StringView("deprivation")},
                tr("Year"))
    , m_chart(new IndexChart(this))
    , m_chartPanel(new Panel(this))
    , m_words(new QLabel(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_evidence(new QSplitter(Qt::Horizontal, this))
{
    m_domainsGrid = makeGrid(m_domains, u"indexDomainsGrid"_s, tr("The five domains and what is measured"));
    m_domainsPanel = makePanel(m_domainsGrid, u"indexDomainsPanel"_s);
    m_figuresGrid = makeGrid(m_figures, u"indexFiguresGrid"_s, tr("Figures of the domain by year"));
    m_figuresPanel = makePanel(m_figuresGrid, u"indexFiguresPanel"_s);
    connect(m_domainsGrid->view()->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &IndexSection::followDomain);
    m_figures.setRefusal([this](const Field& field, const Key&, const Value& value) {
        if (value.isNull())
            return QString();
        if (field.id == QLatin1StringView("quality") && m_domain != indexDomain::training)
            return tr("Only joint training has a quality beside how often it is held.");
        if (field.id == QLatin1StringView("deprivation") && m_domain != indexDomain::outcomes)
            return tr("Only outcomes are adjusted for deprivation.");
        return QString();
    });
    m_chart->setObjectName(u"indexChart"_s);
    m_chartPanel->setObjectName(u"indexPanel"_s);
    m_chartPanel->setChart(m_chart);
    m_words->setObjectName(u"indexWords"_s);
    m_words->setWordWrap(true);
    m_chartPanel->setFooter(m_words);
    wire(m_chartPanel);
    m_evidence->addWidget(m_chartPanel);
    m_evidence->addWidget(m_figuresPanel);
    m_splitter->addWidget(m_domainsPanel);
    m_splitter->addWidget(m_evidence);
    for (QSplitter* splitter : {m_splitter, m_evidence}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(space::between);
    }
    m_splitter->setSizes({220, 400});
    m_evidence->setSizes({780, 400});
    setContent(m_splitter);
}

void IndexSection::refresh()
{
    followDomain();
    refreshIndex();
    m_domainsPanel->setTitle(tr("What is measured in each domain"));
    m_domainsPanel->setCaption(
        tr("A figure at the low point scores 0, at the high point 1. The points are fixed references."));
    refreshEdits();
}

void IndexSection::followDomain()
{
    const QModelIndex at = m_domainsGrid->view()->currentCell();
    m_domain = m_domains.domainAt(std::max(0, at.row()));
    const IndexDomain* domain = indexDomainOf(base(), m_domain);
    QList<KeyedRowsModel::Row> years;
    for (const FinancialYear& year : base().years)
        years.append({year.id, {}, year.id.text()});
    m_figures.setEntity(domain ? domain->id : Id(), years);
    m_figuresPanel->setTitle(tr("%1, by year").arg(indexDomainName(m_domain)));
    m_figuresPanel->setCaption(!domain ? tr("Say above what is measured; its figures are typed here.")
                               : m_domain == indexDomain::outcomes
                                   ? tr("What was reached, and the average deprivation of the place.")
                               : m_domain == indexDomain::training
                                   ? tr("How often, and how good: both count, on the same points.")
                                   : tr("On the scale of its low and high point."));
}

QString IndexSection::missing(const IndexYear& year) const
{
    QStringList parts;
    for (const DomainScore& domain : year.domains)
        if (!domain.score)
            parts.append(tr("%1 (%2)", "a domain, what is missing")
                             .arg(indexDomainName(domain.domain), problemInWords(domain.problem)));
    return parts.isEmpty() ? QString() : tr("%1 lacks %2.", "a year, domains").arg(year.year, listed(parts));
}

void IndexSection::refreshIndex()
{
    IndexChartData chart;
    for (const QString& domain : indexDomainOrder()) {
        const IndexDomain* there = indexDomainOf(base(), domain);
        chart.domains.append({there ? there->id.text() : QString(), indexDomainName(domain)});
    }
    chart.years = indexOf(base());
    chart.emptyWords = tr("The plan has no year yet.");
    m_chart->setData(chart);

    const auto latest = std::find_if(chart.years.rbegin(), chart.years.rend(),
                                     [](const IndexYear& year) { return year.geometric.has_value(); });
    QStringList lacking;
    for (const IndexYear& year : std::as_const(chart.years))
        if (const QString words = missing(year); !words.isEmpty())
            lacking.append(words);
    m_title = latest == chart.years.rend()
                  ? tr("There is no index yet: a domain lacks its evidence")
                  : tr("Integration index of %1: %2 arithmetic, %3 geometric")
                        .arg(latest->year, indexNumber(latest->arithmetic), indexNumber(latest->geometric));
    m_caption = tr("five domains from the place’s own evidence, 0 to 100");
    const QString adjusted =
        tr("Outcomes are adjusted for deprivation: what counts is the difference from what is expected of a "
           "place as deprived. In the geometric mean a weak domain is not bought off by a strong one. The "
           "spread is the lowest and highest when one weight changes by 0.1.");
    m_words->setText((lacking + QStringList{adjusted}).join(u' '));
    const QString spread = latest == chart.years.rend()
                               ? lacking.join(u' ')
                               : tr("In %1 the arithmetic mean is %2 (%3) and the geometric mean %4 (%5).")
                                     .arg(latest->year, indexNumber(latest->arithmetic),
                                          indexSpread(latest->arithmeticLow, latest->arithmeticHigh),
                                          indexNumber(latest->geometric),
                                          indexSpread(latest->geometricLow, latest->geometricHigh));
    m_chart->setTexts(m_title, tr("0 to 100, by financial year; below, the score of each domain."), spread,
                      tr("Place’s own evidence, adjusted for deprivation."));
}

bool IndexSection::showId(const Id& id)
{
    const IndexDomain* domain = base().indexDomains.find(id);
    if (!domain)
        return false;
    const QModelIndex at = m_domains.index(m_domains.rowOfDomain(domain->domain), 0);
    m_domainsGrid->view()->setFocus();
    m_domainsGrid->view()->setCurrentIndex(m_domainsGrid->view()->shownIndex(at));
    return at.isValid();
}

QVariantMap IndexSection::viewState() const
{
    return {{u"splitter"_s, m_splitter->saveState()}, {u"evidence"_s, m_evidence->saveState()}};
}

void IndexSection::restoreViewState(const QVariantMap& state)
{
    const Qt::Orientation orientation = m_evidence->orientation();
    m_splitter->restoreState(state.value(u"splitter"_s).toByteArray());
    m_evidence->restoreState(state.value(u"evidence"_s).toByteArray());
    m_evidence->setOrientation(orientation);
}

void IndexSection::setNarrow(bool narrow)
{
    m_evidence->setOrientation(narrow ? Qt::Vertical : Qt::Horizontal);
}

} // namespace placewright
