// Contributions, minimums, funds, partners and years over the sample plan. Expected figures stand in calderbourne.md.
#include "tests/ui/sampledocument.h"
#include "ui/models/contributionsmodel.h"
#include "ui/models/districtgrantsmodel.h"
#include "ui/models/entitymodel.h"
#include "ui/models/minimumsmodel.h"
#include "ui/models/partnersmodel.h"
#include "ui/models/removal.h"
#include "ui/models/rulebookchoices.h"

#include <QAbstractItemModelTester>

#include <algorithm>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

constexpr auto strictly = QAbstractItemModelTester::FailureReportingMode::QtTest;
const Key thisYear{Id(u"2026-27"_s), {}};
const Key lastYear{Id(u"2025-26"_s), {}};

QString shown(const QModelIndex& index)
{
    return index.data(Qt::DisplayRole).toString();
}

QModelIndex cell(const PlanTableModel& model, const QString& id, QAnyStringView field, const Key& key = {})
{
    return model.indexOf(Id(id), model.columnOf(field, key));
}

QModelIndex total(const PlanTableModel& model, const Key& key)
{
    return model.index(model.rowCount() - 1, model.columnOf(u"amount", key));
}

// The first row whose first cells read so.
int rowOf(const QAbstractItemModel& model, const QStringList& first)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        bool same = true;
        for (int column = 0; column < first.size(); ++column)
            same = same && shown(model.index(row, column)) == first.at(column);
        if (same)
            return row;
    }
    return -1;
}

// Two districts of the sample, in one Step.
void addDistricts(PlanDocument& document)
{
    StepBuilder builder(document.plan());
    for (const auto& [id, name] :
         {std::pair(u"north"_s, u"North Dale"_s), std::pair(u"south"_s, u"South Dale"_s)})
        builder.add(Partner::type.id, Id(id))
            .set(Partner::type.id, Id(id), u"name", Value(name))
            .set(Partner::type.id, Id(id), u"kind", Value(QString(partnerKind::district)));
    QVERIFY(document.commit(builder.step(u"Districts"_s)));
}

QModelIndex grantCell(const DistrictGrantsModel& model, int row, QAnyStringView field)
{
    return model.index(row, model.columnOf(field));
}

int columnTitled(const QAbstractItemModel& model, const QString& title)
{
    for (int column = 0; column < model.columnCount(); ++column)
        if (model.headerData(column, Qt::Horizontal).toString() == title)
            return column;
    return -1;
}

} // namespace

class TestFundingModel : public QObject
{
    Q_OBJECT

private slots:
    void contributionsStandUnderTheirFunds()
    {
        SampleDocument document;
        const ContributionsModel model(*document);
        QCOMPARE(model.rowCount(), 15); // three funds, ten contributions, the empty row, the total
        QCOMPARE(shown(cell(model, u"better-care"_s, u"amount", thisYear)), u"55,043,700"_s);
        QCOMPARE(shown(cell(model, u"community-equipment"_s, u"amount", thisYear)), u"2,600,000"_s);
        QCOMPARE(shown(cell(model, u"ageing-well"_s, u"amount", thisYear)), u"4,900,000"_s);
        QCOMPARE(shown(total(model, thisYear)), u"57,643,700"_s); // aligned money stays outside
        QCOMPARE(shown(cell(model, u"ageing-well"_s, u"amount", lastYear)), u"not known"_s);
        QVERIFY(
            cell(model, u"ageing-well"_s, u"name").data(SecondaryTextRole).toString().contains(u"aligned"_s));
        QVERIFY(
            cell(model, u"better-care"_s, u"name").data(SecondaryTextRole).toString().contains(u"Council"_s));
        QVERIFY(model.indexOf(Id(u"ageing-well"_s)).row() >
                model.indexOf(Id(u"community-equipment"_s)).row());
    }

    void contributionsShowTheirStatus()
    {
        SampleDocument document;
        const ContributionsModel model(*document);
        QStringList indicative;
        for (int row = 0; row < model.rowCount(); ++row)
            if (const QModelIndex index = model.index(row, model.columnOf(u"amount", thisYear));
                index.data(StatusRole) == u"indicative"_s)
                indicative.append(shown(index));
        QCOMPARE(indicative, (QStringList{u"1,126,700"_s, u"3,412,250"_s}));
        QCOMPARE(total(model, thisYear).data(Qt::ToolTipRole).toString(),
                 u"£4,538,950.00 of it is indicative."_s);
    }

    void whoDisputesAFigureIsAskedOnceOneIsDisputed()
    {
        SampleDocument document;
        ContributionsModel model(*document);
        QAbstractItemModelTester tester(&model, strictly);
        QCOMPARE(model.columnOf(u"disputedBy", thisYear), -1);
        const QString id = u"better-care-fenwold-nhs-min"_s;
        QVERIFY(model.setData(cell(model, id, u"status", thisYear), u"Disputed"_s, Qt::EditRole));
        QVERIFY(model.setData(cell(model, id, u"disputedBy", thisYear), u"Fenwold ICB"_s, Qt::EditRole));
        QVERIFY(model.setData(cell(model, id, u"disputedAmount", thisYear), u"1.1m"_s, Qt::EditRole));
        QVERIFY(cell(model, id, u"amount", thisYear)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(u"£1,100,000.00"_s));
    }

    void contributionsAreTypedPastedAndTakenBack()
    {
        SampleDocument document;
        ContributionsModel model(*document);
        QAbstractItemModelTester tester(&model, strictly);
        const Plan before = document->plan();
        QVERIFY(model.setData(cell(model, u"better-care-ashmoor-nhs-min"_s, u"amount", thisYear), u"27m"_s,
                              Qt::EditRole));
        QCOMPARE(shown(total(model, thisYear)), u"58,225,400"_s); // 57,643,700 + 27,000,000 - 26,418,300
        const QModelIndex source = cell(model, u"better-care-ashmoor-nhs-min"_s, u"source");
        QVERIFY(!model.setData(source, u"Lottery"_s, Qt::EditRole));
        QVERIFY(source.data(RefusalRole).toString().contains(u"Lottery"_s));

        model.setTarget(Id(u"community-equipment"_s));
        PastedBlock block;
        block.topLeft = model.index(model.rowCount() - 2, 0);
        const QStringList texts{u"Fenwold ICB"_s, u"Additional NHS"_s, u""_s, u"10,000.25"_s};
        for (int i = 0; i < texts.size(); ++i)
            block.cells.append({block.topLeft.siblingAtColumn(i), texts.at(i)});
        block.beyond = {{u"Council"_s, u"Additional LA"_s, u"5,000"_s}};
        QVERIFY(model.paste(block));
        QCOMPARE(document->undoStack().count(), 2);
        QCOMPARE(document->plan().contributions.size(), 12);
        const Contribution& first = document->plan().contributions[10];
        QCOMPARE(first.fund, Id(u"community-equipment"_s));
        QCOMPARE(first.partner, Id(u"fenwold"_s));
        QCOMPARE(first.source, u"NHS_ADD"_s);
        QCOMPARE(first.amount.value(thisYear), Money::fromPence(1'000'025));
        QVERIFY(!first.amount.contains(lastYear));
        QCOMPARE(shown(cell(model, first.id.text(), u"amount", lastYear)), u"not known"_s);
        QCOMPARE(shown(total(model, thisYear)), u"58,235,400.25"_s);
        QCOMPARE(shown(total(model, lastYear)).contains(u'.'), false);
        QVERIFY(document->undo());
        QVERIFY(document->undo());
        QVERIFY(document->plan() == before);
    }

    void aRouteThatDoesNotFitSaysSo()
    {
        SampleDocument document;
        ContributionsModel model(*document);
        QAbstractItemModelTester tester(&model, strictly);
        const QModelIndex minimum = cell(model, u"better-care-ashmoor-nhs-min"_s, u"route");
        QCOMPARE(shown(minimum), u"Section 75 pool"_s);
        QCOMPARE(minimum.data(EmphasisRole).toInt(), static_cast<int>(Emphasis::Secondary));
        QVERIFY(minimum.data(ProblemRole).toString().isEmpty());
        QCOMPARE(shown(cell(model, u"ageing-well-ashmoor"_s, u"route")), u"–"_s); // moves by no power

        QVERIFY(model.setData(minimum, u"Section 256, NHS grant to council"_s, Qt::EditRole));
        QCOMPARE(document->plan().contributions.find(Id(u"better-care-ashmoor-nhs-min"_s))->route,
                 QString(contributionRoute::section256));
        QVERIFY(minimum.data(ProblemRole).toString().contains(u"must move under section 75"_s));
        const QModelIndex council = cell(model, u"better-care-council-la-add"_s, u"route");
        QVERIFY(model.setData(council, u"Section 256, NHS grant to council"_s, Qt::EditRole));
        QVERIFY(council.data(ProblemRole).toString().contains(u"Section 256 is for NHS bodies"_s));

        // What is mended by another fund stands at the fund.
        QVERIFY(model.setData(minimum, QString(), Qt::EditRole));
        const QModelIndex fund = cell(model, u"better-care-ashmoor-nhs-min"_s, u"fund");
        QVERIFY(model.setData(fund, document->plan().funds.find(Id(u"ageing-well"_s))->name, Qt::EditRole));
        QVERIFY(cell(model, u"better-care-ashmoor-nhs-min"_s, u"fund")
                    .data(ProblemRole)
                    .toString()
                    .contains(u"must go into a pooled fund"_s));
    }

    void broughtForwardIsPartOfTheAmount()
    {
        SampleDocument document;
        ContributionsModel model(*document);
        QAbstractItemModelTester tester(&model, strictly);
        const QString id = u"better-care-council-la-add"_s; // 6,950,000
        const auto brought = [&](const QString& row) {
            return cell(model, row, u"broughtForward", thisYear);
        };
        QCOMPARE(shown(brought(id)), u"–"_s);
        QVERIFY(model.broughtForward().amount.isZero());
        QVERIFY(!model.setData(brought(id), u"6,950,000.01"_s, Qt::EditRole));
        QCOMPARE(brought(id).data(RefusalRole).toString(),
                 u"It is part of the amount, which is £6,950,000.00: it cannot be more."_s);
        QVERIFY(!model.setData(brought(id), u"-1"_s, Qt::EditRole));
        QCOMPARE(brought(id).data(RefusalRole).toString(), u"Money brought forward cannot be below zero."_s);
        QCOMPARE(document->undoStack().count(), 0);
        QVERIFY(model.setData(brought(id), u"100,000"_s, Qt::EditRole));
        QCOMPARE(shown(brought(u"better-care"_s)), u"100,000"_s);
        QCOMPARE(shown(brought(u"community-equipment"_s)), u"–"_s);
        QCOMPARE(model.broughtForward().amount, Money::fromPounds(100'000));
        QCOMPARE(shown(total(model, thisYear)), u"57,643,700"_s); // within the amounts, not on top
        QVERIFY(brought(id).data(ProblemRole).toString().isEmpty());
        QVERIFY(model.setData(cell(model, id, u"amount", thisYear), u"99,999.99"_s, Qt::EditRole));
        QVERIFY(brought(id).data(ProblemRole).toString().contains(u"£99,999.99"_s));
    }

    // Pooled by the council 12,986,450 + 3,412,250 + 6,950,000 + 1,150,000 of 98,500,000 it spends; by Ashmoor ICB
    // 26,418,300 + 4,150,000 + 1,450,000 of 187,000,000; by Fenwold ICB 1,126,700 of 9,800,000.
    void partnersShowHowMuchIsPooled()
    {
        SampleDocument document;
        PartnersModel model(*document);
        QAbstractItemModelTester tester(&model, strictly);
        const int pooled = columnTitled(model, u"Pooled £"_s);
        const int share = columnTitled(model, u"Pooled share"_s);
        QVERIFY(pooled > 0 && share > 0);
        QStringList found;
        for (int row = 0; row < 3; ++row)
            found.append(shown(model.index(row, pooled)) + u' ' + shown(model.index(row, share)));
        QCOMPARE(found, (QStringList{u"24,498,700 24.9%"_s, u"32,018,300 17.1%"_s, u"1,126,700 11.5%"_s}));
        QCOMPARE(model.headline(), u"24.9% of the council’s relevant spend is pooled"_s);

        const QModelIndex relevant = cell(model, u"council"_s, u"relevantSpend", thisYear);
        QVERIFY(!model.setData(relevant, u"-5"_s, Qt::EditRole));
        QCOMPARE(relevant.data(RefusalRole).toString(), u"Relevant spend cannot be below zero."_s);
        QVERIFY(model.setData(relevant, u"48,997,400"_s, Qt::EditRole)); // twice what it pools
        QCOMPARE(model.headline(), u"50.0% of the council’s relevant spend is pooled"_s);

        document->showYear(u"2025-26"_s);
        QCOMPARE(shown(cell(model, u"council"_s, u"relevantSpend", lastYear)), u"not known"_s);
        QCOMPARE(shown(model.index(0, share)), u"not known"_s);
        QVERIFY(model.headline().isEmpty());
    }

    // The sample's Disabled Facilities Grant, 3,412,250, between two districts made up here.
    void districtsAreFollowedToThePound()
    {
        SampleDocument document;
        DistrictGrantsModel model(*document);
        QAbstractItemModelTester tester(&model, strictly);
        QCOMPARE(model.rowCount(), 0); // no district, nothing to show
        addDistricts(*document);
        QCOMPARE(model.rowCount(), 3); // a row each before anything is typed, and the total
        QCOMPARE(model.missing(), (QList<Id>{Id(u"north"_s), Id(u"south"_s)}));
        QCOMPARE(shown(grantCell(model, 2, u"allocated")), u"not known"_s);
        QVERIFY(model.addMissing());
        QCOMPARE(document->undoStack().count(), 2);
        QCOMPARE(document->plan().districtGrants.size(), 2);
        QVERIFY(model.missing().isEmpty());
        QVERIFY(document->undo());
        QCOMPARE(document->plan().districtGrants.size(), 0);

        // Typing into the row of a district makes its grant.
        const auto type = [&](int row, QAnyStringView field, const QString& text) {
            return model.setData(grantCell(model, row, field), text, Qt::EditRole);
        };
        QVERIFY(type(0, u"allocated", u"2,000,000"_s));
        QCOMPARE(document->plan().districtGrants.size(), 1);
        QCOMPARE(document->plan().districtGrants[0].partner, Id(u"north"_s));
        QCOMPARE(document->plan().districtGrants[0].year, Id(u"2026-27"_s));
        QVERIFY(type(0, u"passedDown", u"2,000,000"_s));
        QVERIFY(type(1, u"allocated", u"1,412,250"_s));
        const int left = columnTitled(model, u"Still to pass down £"_s);
        const int condition = columnTitled(model, u"Condition"_s);
        QCOMPARE(shown(model.index(1, left)), u"not known"_s); // nobody has said what was passed down
        QVERIFY(type(1, u"passedDown", u"1,000,000"_s));
        QVERIFY(type(1, u"retained", u"412,250"_s));
        QCOMPARE(shown(model.index(0, left)), u"0"_s);
        QCOMPARE(shown(model.index(0, condition)), u"Met"_s);

        // Kept without the district's agreement, it is not kept by agreement.
        QCOMPARE(shown(model.index(1, left)), u"412,250"_s);
        QCOMPARE(shown(model.index(1, condition)), u"Missed"_s);
        QVERIFY(!grantCell(model, 1, u"agreement").data(ProblemRole).toString().isEmpty());
        QVERIFY(type(1, u"agreement", u"Cabinet minute 14"_s));
        QVERIFY(grantCell(model, 1, u"agreement").data(ProblemRole).toString().isEmpty());
        QCOMPARE(shown(model.index(1, left)), u"0"_s);
        QCOMPARE(shown(model.index(1, condition)), u"Met"_s);
        QCOMPARE(shown(grantCell(model, 2, u"allocated")), u"3,412,250"_s);
        QCOMPARE(shown(grantCell(model, 2, u"retained")), u"412,250"_s);
        QCOMPARE(shown(model.index(2, left)), u"0"_s);
        QCOMPARE(shown(model.index(2, condition)), u"Met"_s); // they add up to the plan's grant

        QVERIFY(!type(0, u"passedDown", u"-1"_s));
        QCOMPARE(model.lastRefusal(), u"A grant cannot be below zero."_s);
        QVERIFY(type(0, u"passedDown", u"2,000,001"_s));
        QCOMPARE(shown(model.index(0, left)), u"−1"_s);
        QVERIFY(type(0, u"allocated", u"1,999,000"_s));
        QCOMPARE(shown(model.index(2, condition)), u"Missed"_s);
    }

    void removingAFundTakesItsContributions()
    {
        SampleDocument document;
        ContributionsModel model(*document);
        QAbstractItemModelTester tester(&model, strictly);
        const Plan before = document->plan();
        const Removed removed = removeEntities(*document, {u"community-equipment"_s});
        QVERIFY(removed.several);
        QVERIFY(removed.what.contains(u"Community equipment pool"_s));
        QCOMPARE(document->undoStack().count(), 1);
        QCOMPARE(shown(total(model, thisYear)), u"55,043,700"_s);
        QVERIFY(document->plan().schemes.find(Id(u"s12"_s))->fund.isNull());
        QVERIFY(document->undo());
        QVERIFY(document->plan() == before);
        QVERIFY(removeEntities(*document, {u"nothing"_s}).what.isEmpty());
    }

    void minimumsOfTheYearShown()
    {
        SampleDocument document;
        MinimumsModel model(*document);
        QAbstractItemModelTester tester(&model, strictly);
        QCOMPARE(model.rowCount(), 6); // five and the empty row
        QVERIFY(model.missing().isEmpty());
        const int row = rowOf(model, {u"Social care minimum"_s, u"the whole Board"_s, u"11,512,000"_s,
                                      u"Indicative"_s, u"10,900,000"_s});
        QVERIFY(row >= 0);
        QCOMPARE(model.index(row, 2).data(StatusRole).toString(), u"indicative"_s);
        QVERIFY(!(model.index(row, 4).flags() & Qt::ItemIsEditable)); // the plan holds the year before
        QVERIFY(model.setData(model.index(row, 2), QString(), Qt::EditRole));
        QCOMPARE(shown(model.index(row, 2)), u"not known"_s);
        QVERIFY(document->undo());
        document->showYear(u"2025-26"_s);
        QCOMPARE(model.rowCount(), 6);
        const int earlier = rowOf(model, {u"Social care minimum"_s, u"the whole Board"_s, u"10,900,000"_s});
        QVERIFY(earlier >= 0);
        QVERIFY(model.index(earlier, 4).flags() & Qt::ItemIsEditable);
        QCOMPARE(shown(model.index(earlier, 4)), u"not known"_s);
    }

    void minimumsThatTheRulebookAsksFor()
    {
        SampleDocument document;
        MinimumsModel model(*document);
        QAbstractItemModelTester tester(&model, strictly);
        QStringList ofYear;
        for (const Minimum& minimum : document->plan().minimums)
            if (minimum.year == Id(u"2026-27"_s))
                ofYear.append(minimum.id.text());
        QVERIFY(removeEntities(*document, ofYear).several);
        QCOMPARE(model.missing().size(),
                 5); // NHS minimum of two ICBs, social care, and two grants of the council
        const int asked = rowOf(model, {u"NHS minimum"_s, u"Fenwold ICB"_s, u"not known"_s});
        QVERIFY(asked >= 0);
        QVERIFY(!(model.index(asked, 2).flags() & Qt::ItemIsEditable));

        QVERIFY(model.addMissing());
        QCOMPARE(document->undoStack().count(), 2);
        QVERIFY(model.missing().isEmpty());
        const auto blank = std::count_if(document->plan().minimums.begin(), document->plan().minimums.end(),
                                         [](const Minimum& minimum) { return !minimum.amount; });
        QCOMPARE(blank, 5);
        const int row = rowOf(model, {u"NHS minimum"_s, u"Fenwold ICB"_s, u"not known"_s});
        QVERIFY(model.index(row, 2).flags() & Qt::ItemIsEditable);
        QVERIFY(model.setData(model.index(row, 2), u"1,126,700"_s, Qt::EditRole));
        QVERIFY(document->undo());
        QVERIFY(document->undo());
        QCOMPARE(model.missing().size(), 5);
    }

    void fundsAndPartnersAreTyped()
    {
        SampleDocument document;
        EntityModel funds(*document, Fund::type,
                          {QLatin1StringView("name"), QLatin1StringView("kind"), QLatin1StringView("host")},
                          u"New"_s);
        QAbstractItemModelTester tester(&funds, strictly);
        const Plan before = document->plan();
        QCOMPARE(funds.rowCount(), 4);
        QVERIFY(funds.setData(funds.index(3, 0), u"Housing"_s, Qt::EditRole));
        QCOMPARE(document->plan().funds.size(), 4);
        QCOMPARE(document->plan().funds[3].name, u"Housing"_s);
        QCOMPARE(document->plan().funds[3].kind, QString(fundKind::pooled));
        QVERIFY(funds.setData(funds.index(3, 2), u"Ashmoor ICB"_s, Qt::EditRole));
        QCOMPARE(document->plan().funds[3].host, Id(u"ashmoor"_s));
        QVERIFY(!funds.setData(funds.index(3, 1), u"Savings"_s, Qt::EditRole));
        QCOMPARE(document->undoStack().count(), 2);
        QVERIFY(document->undo());
        QVERIFY(document->undo());
        QVERIFY(document->plan() == before);
    }

    void yearsAndTheirRulebooks()
    {
        SampleDocument document;
        QCOMPARE(nextYear(document->plan(), QDate(2026, 3, 10)), u"2027-28"_s);
        QCOMPARE(nextYear(Plan(), QDate(2026, 3, 31)), u"2025-26"_s);
        QCOMPARE(nextYear(Plan(), QDate(2099, 4, 1)), u"2099-00"_s);
        QVERIFY(addYear(*document, u"2027-28"_s));
        document->showYear(u"2027-28"_s);
        QVERIFY(!document->rulebook());

        const QList<RulebookChoice> choices = rulebookChoices(*document);
        const auto chosen = std::find_if(choices.begin(), choices.end(), [](const RulebookChoice& choice) {
            return choice.id == u"2024-25"_s;
        });
        QVERIFY(chosen != choices.end());
        QVERIFY(std::any_of(choices.begin(), choices.end(), [](const RulebookChoice& choice) {
            return choice.id == u"calderbourne-2026-27"_s;
        }));
        QVERIFY(pinRulebook(*document, Id(u"2027-28"_s), &*chosen));
        QVERIFY(document->rulebook());
        QCOMPARE(document->rulebook()->id, u"2024-25"_s);
        QCOMPARE(document->tree().blobs.value(chosen->hash), chosen->text);
        QVERIFY(pinRulebook(*document, Id(u"2027-28"_s), nullptr));
        QVERIFY(!document->rulebook());
        QCOMPARE(document->undoStack().count(), 3);
    }
};

QTEST_MAIN(TestFundingModel)
#include "test_fundingmodel.moc"
