#pragma once

#include "core/words/contractwords.h"

namespace placewright {

// One year of a paid contract in words: of one of its areas, or of all (-1). Each line of a working is made here; which lines
// make a working is said in contractworking.cpp.
class ContractYearWords
{
public:
    ContractYearWords(const Plan& plan, const ContractPayment& payment, qsizetype position, qsizetype area);

    const ContractTerms& terms() const { return m_terms; }
    const ContractYear& figures() const { return m_figures; }
    const ContractYearPayment& paid() const { return m_year; }
    const AreaPayment& sum() const { return m_sum; } // of the area, or of all
    bool isWhole() const { return m_area < 0; }
    bool isByArea() const { return !m_terms.areas.isEmpty(); }
    QList<Money> monthlySums() const; // of the fixed part

    WorkingLine peopleLine() const;                        // 1
    WorkingLine baseLine() const;                          // 2
    WorkingLine ringFenceLine(const QString& text) const;  // 3
    WorkingLine atRiskLine(const QString& text) const;     // 4
    WorkingLine fixedLine() const;                         // 5
    WorkingLine potLine(qsizetype indicator) const;        // 6
    WorkingLine attainmentLine(qsizetype indicator) const; // 7
    WorkingLine earnedLine(qsizetype indicator) const;     // 8
    WorkingLine allEarnedLine() const;
    WorkingLine costLine() const;          // 9
    WorkingLine sharingLine() const;       // 10
    QList<WorkingLine> boundLines() const; // 11: what floors add and ceilings take, where they bind
    WorkingLine variationLine() const;     // 11: all of it
    WorkingLine spentLine() const;         // 12
    WorkingLine activityLine(const ActivityYear& activity) const;
    WorkingLine paymentLine(const QString& text) const;
    WorkingLine unearnedLine() const;
    WorkingLine poolLine() const;             // 13
    QList<WorkingLine> returnedLines() const; // to each area

    QString cell(qsizetype indicator, int fifth) const;

private:
    CellRef ofVersion(QLatin1StringView field, const Key& key = {}) const;
    CellRef ofContract(QLatin1StringView field, const Key& key = {}) const;
    CellRef ofTerms(qsizetype indicator, QLatin1StringView field) const;
    QList<CellRef> weightInputs(QLatin1StringView field) const; // of the five fifths
    QList<CellRef> peopleInputs() const;
    QList<CellRef> indicatorInputs(qsizetype indicator) const;
    QList<CellRef> ringFenceInputs() const;
    QList<CellRef> costInputs() const;
    QLatin1StringView activityField() const;
    QLatin1StringView resultField() const;
    // The cell of the year, in fields by area that of the area; of the first where all are meant.
    Key yearKey() const { return {Id(m_year.year), {}}; }
    Key areaKey() const { return {Id(m_year.year), m_terms.areas.value(std::max<qsizetype>(m_area, 0))}; }

    bool isOne() const { return m_slots.size() == 1; }
    bool isPriced() const { return m_version && m_version->baseKind == contractBase::perHead; }
    const OutcomeArea& areaAt(qsizetype slot) const { return m_figures.figures.areas.at(slot); }
    const AreaPayment& paidAt(qsizetype slot) const { return m_year.outcome.areas.at(slot); }
    QString indicatorName(qsizetype indicator) const;
    Ratio weighted() const;
    OutcomeCell indicatorSum(qsizetype indicator) const;
    MeasuredFifths measuredAt(qsizetype slot, qsizetype indicator) const;
    QString monthsWords() const; // "6 times £368,158.66, then 6 times £368,158.65"

    const Plan& m_plan;
    const ContractTerms& m_terms;
    const ContractYear& m_figures;
    const ContractYearPayment& m_year;
    qsizetype m_position;
    qsizetype m_area;
    const Contract* m_contract;
    const ContractVersion* m_version;
    QList<qsizetype> m_slots; // the areas meant
    AreaPayment m_sum;
};

} // namespace placewright
