#pragma once

#include "core/ledger/contractpayment.h"
#include "core/plan/edit.h"

namespace placewright {

// A plan with one contract, "c", and one version of its terms, "v", made field by field.
class ContractPlan
{
public:
    using Cells = std::initializer_list<std::tuple<const char*, Key, Value>>;

    void add(const EntityType& type, const char* id, Cells cells)
    {
        m_builder.add(type.id, Id(QString::fromLatin1(id)));
        for (const auto& [field, key, value] : cells)
            set(type, id, field, key, value);
    }
    void set(const EntityType& type, const char* id, const char* field, const Key& key, const Value& value)
    {
        m_builder.set(type.id, Id(QString::fromLatin1(id)), QLatin1StringView(field), key, value);
    }
    void contract(const char* field, const Value& value, const char* year = nullptr)
    {
        set(Contract::type, "c", field, year ? in(year) : Key(), value);
    }
    void version(const char* field, const Value& value, const char* year = nullptr)
    {
        set(ContractVersion::type, "v", field, year ? in(year) : Key(), value);
    }

    const Plan& plan() const { return m_builder.plan(); }
    ContractSource source(const char* version = nullptr) const
    {
        const Contract& contract = *plan().contracts.find(Id(QStringLiteral("c")));
        const ContractSources sources(plan(), {});
        return sources.source(contract, version
                                            ? *plan().contractVersions.find(Id(QString::fromLatin1(version)))
                                            : *sources.versionOf(contract));
    }
    ContractPayment paid(ResultsAt at = ResultsAt::Likely) const
    {
        return payContract(readContract(source(), at));
    }

    static Key in(const char* year, const char* area = "")
    {
        return {Id(QString::fromLatin1(year)), Id(QString::fromLatin1(area))};
    }
    static Value text(const char* value) { return Value(QString::fromUtf8(value)); }
    static Value choice(QLatin1StringView value) { return Value(QString(value)); }
    static Value ref(const char* id) { return Value(Id(QString::fromLatin1(id))); }
    static Value pounds(qint64 amount) { return Value(Money::fromPounds(amount)); }
    static Value pence(qint64 amount) { return Value(Money::fromPence(amount)); }
    static Value rate(const char* value) { return Value(*Rate::parse(QString::fromLatin1(value))); }
    static Value people(qint64 number) { return Value(People::fromWhole(number)); }

    // The five figures of "needWeight1" and so on, most deprived first.
    void weights(const char* name, std::initializer_list<const char*> figures)
    {
        int fifth = 0;
        for (const char* figure : figures)
            version((QByteArray(name) + QByteArray::number(++fifth)).constData(), rate(figure));
    }
    // One ContractPeople a fifth, typed for a year.
    void peopleByFifth(const char* year, std::initializer_list<qint64> figures)
    {
        contract("peopleFrom", choice(contractPeople::typed));
        int fifth = 0;
        for (const qint64 number : figures) {
            const QByteArray id = "p" + QByteArray::number(++fifth);
            add(ContractPeople::type, id.constData(),
                {{"contract", {}, ref("c")},
                 {"fifth", {}, Value::count(fifth)},
                 {"people", in(year), people(number)}});
        }
    }
    // One IndicatorResult a fifth, "<indicator>-1" and so on.
    void results(const char* indicator, const char* field, const Key& key,
                 std::initializer_list<qint64> figures)
    {
        int fifth = 0;
        for (const qint64 number : figures) {
            const QByteArray id = QByteArray(indicator) + '-' + QByteArray::number(++fifth);
            if (!plan().indicatorResults.contains(Id(QString::fromLatin1(id))))
                add(IndicatorResult::type, id.constData(),
                    {{"indicator", {}, ref(indicator)}, {"fifth", {}, Value::count(fifth)}});
            set(IndicatorResult::type, id.constData(), field, key, Value::count(number));
        }
    }

    // One place, a contract of it from 1 April 2026, and a version of terms with a base.
    static ContractPlan begun(qint64 basePence, int years)
    {
        ContractPlan made;
        made.add(Place::type, "place", {{"name", {}, text("Harbour")}});
        for (const char* year : {"2026-27", "2027-28", "2028-29"})
            made.add(FinancialYear::type, year, {});
        made.add(Partner::type, "icb",
                 {{"name", {}, text("NHS Ashmoor Integrated Care Board")},
                  {"shortName", {}, text("Ashmoor ICB")}});
        made.add(Layer::type, "layer", {{"name", {}, text("Places")}});
        made.add(Area::type, "a1", {{"layer", {}, ref("layer")}, {"name", {}, text("Canalside")}});
        made.add(Scheme::type, "s03",
                 {{"number", {}, text("03")}, {"name", {}, text("Neighbourhood teams")}});
        made.add(Contract::type, "c",
                 {{"name", {}, text("Neighbourhood teams")},
                  {"provider", {}, text("Calderbourne Care Alliance")},
                  {"commissioner", {}, ref("icb")},
                  {"scheme", {}, ref("s03")},
                  {"startsOn", {}, Value(QDate(2026, 4, 1))},
                  {"endsOn", {}, Value(QDate(2026 + years, 3, 31))},
                  {"layer", {}, ref("layer")}});
        made.add(
            ContractVersion::type, "v",
            {{"contract", {}, ref("c")}, {"number", {}, Value::count(2)}, {"base", {}, pence(basePence)}});
        return made;
    }

    void indicator(const char* id, const char* name, bool people, qint64 per, const char* weight,
                   const char* lower, const char* upper, const char* credit = nullptr)
    {
        add(ContractIndicator::type, id,
            {{"contract", {}, ref("c")},
             {"name", {}, text(name)},
             {"direction", {}, choice(people ? indicatorDirection::higher : indicatorDirection::lower)},
             {"counts", {}, choice(people ? indicatorCounts::people : indicatorCounts::events)},
             {"per", {}, Value::count(per)}});
        if (!people)
            set(ContractIndicator::type, id, "eligibleFrom", {}, choice(indicatorEligible::population));
        const QByteArray terms = QByteArray("t-") + id;
        add(IndicatorTerms::type, terms.constData(),
            {{"version", {}, ref("v")},
             {"indicator", {}, ref(id)},
             {"weight", {}, rate(weight)},
             {"lower", {}, rate(lower)},
             {"upper", {}, rate(upper)}});
        if (credit)
            set(IndicatorTerms::type, terms.constData(), "improvementCredit", {}, rate(credit));
    }

    // The contract of the sample's place: design/calderbourne.md, "The contract".
    static ContractPlan calderbourne()
    {
        ContractPlan made = begun(796'330'000, 3);
        made.contract("vatRoute", choice(contractVat::nhs));
        made.contract("cost", pounds(7'742'000), "2026-27");
        made.peopleByFifth("2026-27", {92'502, 63'976, 51'998, 44'352, 33'572});
        made.weights("needWeight", {"1.30", "1.12", "1.00", "0.92", "0.86"});
        made.weights("deprivationWeight", {"2.00", "1.50", "1.00", "1.00", "1.00"});
        for (const auto& [field, percent] :
             std::initializer_list<std::pair<const char*, const char*>>{{"ringFence", "2.00"},
                                                                        {"atRisk", "5.00"},
                                                                        {"corridor", "2.00"},
                                                                        {"gainShare", "50.00"},
                                                                        {"gainCap", "5.00"},
                                                                        {"lossShare", "30.00"},
                                                                        {"lossCap", "2.00"},
                                                                        {"qualityGate", "40.00"},
                                                                        {"floor", "3.00"},
                                                                        {"ceiling", "2.00"}})
            made.version(field, rate(percent));
        made.version("corridorMode", choice(corridorMode::first));
        made.version("benchmark", pounds(7'800'000), "2026-27");
        made.indicator("bp", "Blood pressure", true, 100, "60", "65", "80", "0.80");
        made.indicator("adm", "Admissions", false, 1000, "40", "24", "18");
        const Key year = in("2026-27");
        made.results("bp", "eligible", year, {14'210, 9'640, 7'830, 6'690, 5'130});
        made.results("bp", "likely", year, {9'407, 6'787, 5'880, 5'258, 4'207});
        made.results("bp", "low", year, {8'981, 6'498, 5'645, 5'057, 4'053});
        made.results("bp", "high", year, {9'833, 7'076, 6'115, 5'459, 4'361});
        made.results("bp", "baseline", {}, {8'810, 6'642, 5'810, 5'205, 4'180});
        made.results("adm", "likely", year, {2'118, 1'305, 967, 776, 547});
        made.results("adm", "low", year, {2'211, 1'369, 1'019, 820, 581});
        made.results("adm", "high", year, {2'025, 1'241, 915, 732, 513});
        return made;
    }

    // Place P1 of the need and capitation note, section 3.6, examples 1 and 2, as a contract of its own.
    static ContractPlan exampleOne()
    {
        ContractPlan made = begun(474'533'176, 1);
        made.peopleByFifth("2026-27", {12'000, 8'000, 6'000, 3'000, 1'000});
        made.weights("needWeight", {"1.30", "1.12", "1.00", "0.92", "0.86"});
        made.weights("deprivationWeight", {"2", "1.5", "1", "1", "1"});
        made.version("ringFence", rate("2"));
        made.version("atRisk", rate("5"));
        made.indicator("bp", "Blood pressure", true, 100, "60", "65", "80", "0.8");
        made.indicator("adm", "Admissions", false, 1000, "40", "24", "18");
        const Key year = in("2026-27");
        made.results("bp", "eligible", year, {1'800, 1'300, 1'000, 520, 180});
        made.results("bp", "likely", year, {1'134, 936, 770, 406, 153});
        made.results("bp", "baseline", {}, {1'026, 910, 760, 400, 150});
        made.results("adm", "likely", year, {276, 160, 102, 54, 15});
        return made;
    }

    // Two areas of 100 people each, £4,000.00 each, £400.00 of it at risk on one indicator. In Canalside the most deprived
    // fifth attains nothing and the least deprived all; in Fairhaven it is the other way round.
    static ContractPlan twoAreas()
    {
        ContractPlan made = begun(800'000, 1);
        made.add(Area::type, "a2", {{"layer", {}, ref("layer")}, {"name", {}, text("Fairhaven")}});
        made.contract("byArea", Value::flag(true));
        made.peopleByFifth("2026-27", {0, 0, 0, 0, 0});
        const qint64 first[] = {80, 0, 0, 0, 20};
        const qint64 second[] = {60, 0, 0, 0, 40};
        for (int fifth = 0; fifth < 5; ++fifth) {
            const QByteArray id = "p" + QByteArray::number(fifth + 1);
            made.set(ContractPeople::type, id.constData(), "areaPeople", in("2026-27", "a1"),
                     people(first[fifth]));
            made.set(ContractPeople::type, id.constData(), "areaPeople", in("2026-27", "a2"),
                     people(second[fifth]));
        }
        made.weights("needWeight", {"1", "1", "1", "1", "1"});
        made.weights("deprivationWeight", {"3", "1", "1", "1", "1"});
        made.version("atRisk", rate("10"));
        made.indicator("bp", "Blood pressure", true, 100, "100", "50", "100");
        for (const char* area : {"a1", "a2"})
            made.results("bp", "areaEligible", in("2026-27", area), {100, 0, 0, 0, 100});
        made.results("bp", "areaLikely", in("2026-27", "a1"), {50, 0, 0, 0, 100});
        made.results("bp", "areaLikely", in("2026-27", "a2"), {100, 0, 0, 0, 50});
        return made;
    }

private:
    StepBuilder m_builder{Plan()};
};

} // namespace placewright
