#include "core/explore/generatedplans.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <random>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int firstYear = 2025;
constexpr int linesPerScheme = 15;
constexpr int mostAreasOfLine = 6;

// How one kind of spending is described in the terms of the 2025-26 template.
struct Kind
{
    QStringView source;
    QStringView areaOfSpend;
    QStringView commissioner;
    QStringView provider;
    QStringView activity;
};

constexpr Kind kinds[] = {
    {u"NHS_MIN", u"Social Care", u"LA", u"Private Sector", u"Long-term home-based social care services"},
    {u"NHS_MIN", u"Community Health", u"NHS", u"NHS Community Provider",
     u"Long-term home-based community health services"},
    {u"NHS_MIN", u"Social Care", u"LA", u"Local Authority",
     u"Home-based intermediate care (short-term home-based rehabilitation, reablement and recovery "
     u"services)"},
    {u"NHS_MIN", u"Acute", u"NHS", u"NHS Acute Provider", u"Discharge support and infrastructure"},
    {u"NHS_ADD", u"Community Health", u"NHS", u"NHS Community Provider", u"Urgent community response"},
    {u"NHS_ADD", u"Mental Health", u"NHS", u"NHS Mental Health Provider",
     u"Wider local support to promote prevention and independence"},
    {u"LABCG", u"Social Care", u"LA", u"Private Sector", u"Long-term residential or nursing home care"},
    {u"LABCG", u"Social Care", u"LA", u"Local Authority",
     u"Bed-based intermediate care (short-term bed-based rehabilitation, reablement or recovery)"},
    {u"DFG", u"Other", u"LA", u"Private Sector", u"DFG related schemes"},
    {u"LA_ADD", u"Social Care", u"LA", u"Charity/Voluntary Sector",
     u"Support to carers, including unpaid carers"},
};

template <class T> T& append(Table<T>& table, const QString& id)
{
    return *static_cast<T*>(table.insert(table.size(), Id(id)));
}

QString numbered(QStringView prefix, qsizetype number, int digits = 1)
{
    return u"%1%2"_s.arg(prefix).arg(number, digits, 10, QChar(u'0'));
}

bool isCouncils(const QString& source)
{
    return source == u"LABCG" || source == u"DFG" || source == u"LA_ADD";
}

Rate percent(int hundredths)
{
    return *Rate::parse(u"%1.%2"_s.arg(hundredths / 100).arg(hundredths % 100, 2, 10, QChar(u'0')));
}

class Generator
{
public:
    Generator(const PlanSize& size, quint32 seed)
        : m_size(size)
        , m_random(seed)
    {
    }

    Plan make()
    {
        addPlace();
        addPartnersAndFunds();
        addSchemes();
        for (int line = 0; line < m_size.lines; ++line)
            addLine(line);
        addContributions();
        if (!m_size.rulebook.isEmpty())
            addMinimums();
        return std::move(m_plan);
    }

private:
    // Below `limit`. The engine is the same everywhere; the distributions of the standard library are not.
    int below(int limit) { return static_cast<int>(m_random() % static_cast<quint32>(limit)); }

    const Id& yearId(int year) const { return m_plan.years[year].id; }
    const Id& areaId(int area) const { return m_plan.areas[area].id; }
    const Fund& fundOf(int area) const { return m_plan.funds[m_size.fundPerArea ? area : 0]; }

    void addPlace()
    {
        for (int year = firstYear; year < firstYear + m_size.years; ++year) {
            const QString name = u"%1-%2"_s.arg(year).arg((year + 1) % 100, 2, 10, QChar(u'0'));
            append(m_plan.years, name).rulebook = m_size.rulebook;
        }
        Layer& layer = append(m_plan.layers, u"areas"_s);
        layer.name = QCoreApplication::translate("GeneratedPlans", "Areas");
        layer.kind = m_size.fundPerArea ? u"place"_s : u"neighbourhood"_s;
        layer.measureName =
            QCoreApplication::translate("GeneratedPlans", "Invented need-weighted population");
        Place& place = append(m_plan.places, u"place"_s);
        place.name =
            QCoreApplication::translate("GeneratedPlans", "Generated plan of %1 lines").arg(m_size.lines);
        place.note = QCoreApplication::translate("GeneratedPlans", "Every name and figure in it is invented");
        place.needLayer = layer.id;
    }

    Partner& addPartner(const QString& id, const QString& name, QLatin1StringView kind)
    {
        Partner& partner = append(m_plan.partners, id);
        partner.name = name;
        partner.kind = kind;
        return partner;
    }

    void addPartnersAndFunds()
    {
        addPartner(u"icb1"_s, QCoreApplication::translate("GeneratedPlans", "First ICB"), partnerKind::icb);
        addPartner(u"icb2"_s, QCoreApplication::translate("GeneratedPlans", "Second ICB"), partnerKind::icb);
        const int councils = m_size.fundPerArea ? m_size.areas : 1;
        for (int i = 0; i < councils; ++i) {
            const QString council = numbered(u"council", i + 1);
            addPartner(council, QCoreApplication::translate("GeneratedPlans", "Council %1").arg(i + 1),
                       partnerKind::council);
            Fund& fund = append(m_plan.funds, numbered(u"fund", i + 1));
            fund.name = QCoreApplication::translate("GeneratedPlans", "Better Care pool %1").arg(i + 1);
            fund.kind = fundKind::pooled;
            fund.host = Id(council);
        }
        for (int i = 0; i < m_size.areas; ++i) {
            Area& area = append(m_plan.areas, numbered(u"a", i + 1, 3));
            area.layer = m_plan.layers[0].id;
            area.name = QCoreApplication::translate("GeneratedPlans", "Area %1").arg(i + 1);
            area.icb = icbOf(i);
            const int people = 20'000 + below(30'000);
            area.population = People::fromWhole(people);
            area.weightedPopulation = People::fromUnits(qint64(people) * (700'000'000 + below(600'000'000)));
        }
    }

    Id icbOf(int area) const { return Id(area % 2 == 0 ? u"icb1"_s : u"icb2"_s); }

    int schemeCount() const
    {
        const int places = m_size.fundPerArea ? m_size.areas : 1;
        const int perPlace = (m_size.lines + places - 1) / places;
        return places * ((perPlace + linesPerScheme - 1) / linesPerScheme);
    }

    void addSchemes()
    {
        const int count = schemeCount();
        for (int i = 0; i < count; ++i) {
            Scheme& scheme = append(m_plan.schemes, numbered(u"s", i + 1, 4));
            scheme.number = u"%1"_s.arg(i + 1, 2, 10, QChar(u'0'));
            scheme.name = QCoreApplication::translate("GeneratedPlans", "Scheme %1").arg(i + 1);
            scheme.fund = fundOf(i % m_size.areas).id;
            scheme.layer = m_plan.layers[0].id;
            scheme.activity = kindOfScheme(i).activity.toString();
            switch (m_size.spread) {
            case PlanSize::Spread::FewAreas:
                scheme.areaBasis = basis::shares;
                scheme.share = shares(mostAreasOfLine);
                break;
            case PlanSize::Spread::AllAreas:
                scheme.areaBasis = i % 2 == 0 ? basis::need : basis::population;
                break;
            case PlanSize::Spread::OneArea:
                scheme.areaBasis = basis::notSplit;
                break;
            }
        }
    }

    const Kind& kindOfScheme(int scheme) const
    {
        const int round = m_size.fundPerArea ? scheme / m_size.areas : scheme;
        return kinds[static_cast<size_t>(round) % std::size(kinds)];
    }

    // Distinct areas, in plan order.
    QList<int> someAreas(int count)
    {
        QList<int> chosen;
        while (chosen.size() < std::min(count, m_size.areas))
            if (const int area = below(m_size.areas); !chosen.contains(area))
                chosen.append(area);
        std::sort(chosen.begin(), chosen.end());
        return chosen;
    }

    // Percentages of two decimals that add to 100.
    QMap<Key, Rate> shares(int count)
    {
        QMap<Key, Rate> made;
        const QList<int> areas = someAreas(count);
        int left = 10'000;
        for (qsizetype i = 0; i < areas.size(); ++i) {
            const int after = static_cast<int>(areas.size() - i - 1);
            const int part = after == 0 ? left : 1 + below(2 * left / (after + 1) - 1);
            left -= part;
            made.insert(Key{{}, areaId(areas.at(i))}, percent(part));
        }
        return made;
    }

    void addLine(int number)
    {
        const int scheme = number % static_cast<int>(m_plan.schemes.size());
        const Kind& kind = kindOfScheme(scheme);
        Line& line = append(m_plan.lines, numbered(u"l", number + 1, 5));
        line.scheme = m_plan.schemes[scheme].id;
        line.name = QCoreApplication::translate("GeneratedPlans", "Line %1").arg(number + 1);
        line.source = kind.source.toString();
        line.areaOfSpend = kind.areaOfSpend.toString();
        line.commissioner = kind.commissioner.toString();
        line.provider = kind.provider.toString();
        line.spendKind = line.source == u"DFG" ? spendKind::capital : spendKind::revenue;
        for (int year = 0; year < m_size.years; ++year) {
            const Key key{yearId(year), {}};
            line.amount.insert(key, Money::fromPence(2'000'000 + below(80'000'000)));
            line.status.insert(key, below(5) == 0 ? u"indicative"_s : u"confirmed"_s);
        }
        chooseBasis(line, number);
        addToIncome(line, scheme);
    }

    void chooseBasis(Line& line, int number)
    {
        switch (m_size.spread) {
        case PlanSize::Spread::OneArea:
            line.areaBasis = basis::area;
            line.basisArea = areaId(number % m_size.areas);
            return;
        case PlanSize::Spread::AllAreas:
            if (number % 3 == 0) {
                line.areaBasis = basis::shares;
                line.share = shares(m_size.areas);
            }
            return;
        case PlanSize::Spread::FewAreas:
            break;
        }
        switch (number % 4) {
        case 0:
            line.areaBasis = basis::shares;
            line.share = shares(1 + below(mostAreasOfLine));
            break;
        case 1:
            line.areaBasis = basis::area;
            line.basisArea = areaId(below(m_size.areas));
            break;
        case 2:
            line.areaBasis = basis::pounds;
            addPounds(line);
            break;
        default:
            break; // as its scheme
        }
    }

    void addPounds(Line& line)
    {
        const QList<int> areas = someAreas(1 + below(mostAreasOfLine));
        for (auto amount = line.amount.cbegin(); amount != line.amount.cend(); ++amount)
            for (const int area : areas)
                line.areaAmount.insert(Key{amount.key().year, areaId(area)},
                                       Money::fromPence(amount->pence() / areas.size()));
    }

    void addToIncome(const Line& line, int scheme)
    {
        const int area = scheme % m_size.areas;
        const Id partner = isCouncils(line.source) ? fundOf(area).host : icbOf(area);
        QMap<Key, Money>& income = m_income[{m_plan.schemes[scheme].fund, partner, line.source}];
        for (auto amount = line.amount.cbegin(); amount != line.amount.cend(); ++amount)
            income[amount.key()] += *amount;
    }

    void addContributions()
    {
        for (const auto& [who, amounts] : m_income) {
            const auto& [fund, partner, source] = who;
            Contribution& contribution =
                append(m_plan.contributions, numbered(u"c", m_plan.contributions.size() + 1));
            contribution.fund = fund;
            contribution.partner = partner;
            contribution.source = source;
            contribution.amount = amounts;
            for (auto amount = amounts.cbegin(); amount != amounts.cend(); ++amount)
                contribution.status.insert(amount.key(), u"confirmed"_s);
        }
    }

    void addMinimum(const Id& year, const QString& kind, const Id& partner, Money amount)
    {
        Minimum& minimum = append(m_plan.minimums, numbered(u"m", m_plan.minimums.size() + 1));
        minimum.year = year;
        minimum.kind = kind;
        minimum.partner = partner;
        minimum.amount = amount;
        minimum.status = u"confirmed"_s;
        minimum.source = m_plan.place().note;
    }

    void addMinimums()
    {
        for (const FinancialYear& year : m_plan.years) {
            const Key key{year.id, {}};
            for (const auto& [who, amounts] : m_income) {
                const auto& [fund, partner, source] = who;
                if (source == u"NHS_MIN" || source == u"LABCG" || source == u"DFG")
                    addMinimum(year.id, source, partner, amounts.value(key));
            }
            Money socialCare;
            for (const Line& line : m_plan.lines)
                if (line.source == u"NHS_MIN" && line.areaOfSpend == u"Social Care")
                    socialCare += line.amount.value(key);
            addMinimum(year.id, u"ASC_SPEND"_s, {}, socialCare);
        }
    }

    using Payer = std::tuple<Id, Id, QString>; // fund, partner, source

    PlanSize m_size;
    std::mt19937 m_random;
    Plan m_plan;
    std::map<Payer, QMap<Key, Money>> m_income;
};

} // namespace

PlanSize planSize::large()
{
    return {60, 1'000, 5, PlanSize::Spread::FewAreas, u"2025-26"_s, false};
}

PlanSize planSize::largeDense()
{
    PlanSize size = large();
    size.spread = PlanSize::Spread::AllAreas;
    return size;
}

PlanSize planSize::england()
{
    return {153, 153 * 105, 1, PlanSize::Spread::OneArea, {}, true};
}

Plan generatedPlan(const PlanSize& size, quint32 seed)
{
    return Generator(size, seed).make();
}

} // namespace placewright
