#include "core/plan/names.h"
#include "core/words/contractphrases.h"
#include "core/words/contractyearwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ContractWorking)
};

using YearWords = ContractYearWords;

// The lines of a working, numbered from 1.
class Numbered
{
public:
    void add(WorkingLine line, bool pays = true)
    {
        line.number = QString::number(++m_number);
        line.pays = pays;
        m_lines.append(line);
    }
    void addBare(const WorkingLine& line) { m_lines.append(line); }
    int number() const { return m_number; }
    const QList<WorkingLine>& lines() const { return m_lines; }

private:
    QList<WorkingLine> m_lines;
    int m_number = 0;
};

WorkingLine lessened(WorkingLine line)
{
    line.amount = -*line.amount;
    return line;
}

QList<WorkingLine> workingOf(const YearWords& words)
{
    const OutcomeTerms& terms = words.terms().terms;
    Numbered made;
    made.add(words.baseLine(), false);
    made.add(lessened(words.ringFenceLine(
                 Words::tr("Less teams and training, %1").arg(partAsPercent(terms.ringFence)))),
             false);
    made.add(lessened(words.atRiskLine(
                 Words::tr("Less at risk, %1 of the rest").arg(partAsPercent(terms.atRisk)))),
             false);
    WorkingLine fixed = words.fixedLine();
    fixed.isTotal = true;
    made.add(fixed);
    const int firstPaid = made.number();
    for (qsizetype i = 0; i < terms.indicators.size(); ++i)
        made.add(words.earnedLine(i));
    made.add(words.sharingLine());
    for (const WorkingLine& bound : words.boundLines())
        made.add(bound);
    made.add(words.spentLine());
    if (words.isWhole())
        for (const ActivityYear& activity : words.figures().activities)
            made.add(words.activityLine(activity));
    const int months = words.figures().months;
    const QString year =
        months < 12 ? Words::tr("%1 (%2 months)").arg(words.paid().year).arg(months) : words.paid().year;
    made.addBare(words.paymentLine(
        Words::tr("Payment, %1: lines %2 to %3").arg(year).arg(firstPaid).arg(made.number())));
    made.addBare(words.unearnedLine());
    made.addBare(words.poolLine());
    for (const WorkingLine& returned : words.returnedLines())
        made.addBare(returned);
    return made.lines();
}

// Each line by the number of its step; those of several indicators are 6.1, 6.2 ...
QList<WorkingLine> stepsOf(const YearWords& words)
{
    QList<WorkingLine> lines;
    const auto add = [&](WorkingLine line, qsizetype part = -1) {
        line.number = QString::number(line.step);
        if (part >= 0)
            line.number += u".%1"_s.arg(part + 1);
        lines.append(line);
    };
    const qsizetype indicators = words.terms().indicators.size();
    add(words.peopleLine());
    add(words.baseLine());
    add(words.ringFenceLine(Words::tr("Ring-fence for teams and training")));
    add(words.atRiskLine(Words::tr("At risk on outcomes")));
    add(words.fixedLine());
    for (qsizetype i = 0; i < indicators; ++i)
        add(words.potLine(i), i);
    for (qsizetype i = 0; i < indicators; ++i)
        add(words.attainmentLine(i), i);
    for (qsizetype i = 0; i < indicators; ++i)
        add(words.earnedLine(i), i);
    add(words.allEarnedLine());
    add(words.costLine());
    add(words.sharingLine());
    add(words.variationLine());
    add(words.paymentLine(Words::tr("Payment, %1").arg(words.paid().year)));
    add(words.poolLine());
    return lines;
}

// The year of the contract in words, or nothing where it is not paid.
std::optional<YearWords> yearWords(const Plan& plan, const ContractPayment& payment, const QString& year,
                                   qsizetype area = -1)
{
    const qsizetype position = payment.positionOf(year);
    if (position < 0 || area >= payment.years.at(position).outcome.areas.size())
        return std::nullopt;
    return YearWords(plan, payment, position, area);
}

WorkingLine totalLine(const QString& text, Money amount, const QString& detail = {})
{
    return {.text = text, .amount = amount, .detail = detail, .isTotal = true};
}

} // namespace

QList<WorkingLine> contractWorking(const Plan& plan, const ContractPayment& payment, const QString& year,
                                   qsizetype area)
{
    const std::optional<YearWords> words = yearWords(plan, payment, year, area);
    return words ? workingOf(*words) : QList<WorkingLine>();
}

QList<WorkingLine> contractSteps(const Plan& plan, const ContractPayment& payment, const QString& year,
                                 qsizetype area)
{
    const std::optional<YearWords> words = yearWords(plan, payment, year, area);
    return words ? stepsOf(*words) : QList<WorkingLine>();
}

QString workingTitle(const ContractPayment& payment, const QString& year, qsizetype area)
{
    const ContractYearPayment* found = payment.yearOf(year);
    if (!found || area >= found->outcome.areas.size())
        return Words::tr("What the contract pays cannot be worked out yet");
    const Money paid = area < 0 ? found->payment : found->outcome.areas.at(area).payment;
    return Words::tr("How %1 comes about").arg(formatMoney(paid));
}

QString cellWorking(const Plan& plan, const ContractPayment& payment, const QString& year, qsizetype area,
                    qsizetype indicator, int fifth)
{
    const std::optional<YearWords> words = yearWords(plan, payment, year, std::max<qsizetype>(area, 0));
    return words ? words->cell(indicator, fifth) : QString();
}

QList<WorkingLine> contractByArea(const Plan& plan, const ContractPayment& payment, const QString& year)
{
    QList<WorkingLine> lines;
    const ContractYearPayment* found = payment.yearOf(year);
    if (!found)
        return lines;
    for (qsizetype i = 0; i < found->outcome.areas.size(); ++i) {
        const AreaPayment& paid = found->outcome.areas.at(i);
        const Id area = payment.terms.areas.value(i);
        lines.append(
            {.text = area.isNull() ? Words::tr("All areas as one") : nameOf(plan, Area::type.id, area),
             .amount = paid.payment,
             .detail = Words::tr("base %1, earned %2 of %3")
                           .arg(formatMoney(paid.base), formatMoney(paid.earned), formatMoney(paid.atRisk)),
             .step = 12,
             .subject = area,
             .year = year,
             .pays = true});
    }
    const qsizetype position = payment.positionOf(year);
    for (const ActivityYear& activity : payment.terms.years.at(position).activities) {
        WorkingLine line = YearWords(plan, payment, position, -1).activityLine(activity);
        line.pays = true;
        lines.append(line);
    }
    lines.append(totalLine(Words::tr("Payment, %1").arg(year), found->payment));
    return lines;
}

QList<WorkingLine> contractByFifth(const ContractPayment& payment, const QString& year, qsizetype indicator)
{
    QList<WorkingLine> lines;
    const ContractYearPayment* found = payment.yearOf(year);
    if (!found)
        return lines;
    const ByFifth<OutcomeCell> fifths = byFifth(found->outcome, payment.terms.indicators.size(), indicator);
    OutcomeCell sum;
    for (int fifth = 0; fifth < fifthCount; ++fifth) {
        const OutcomeCell& cell = fifths[static_cast<size_t>(fifth)];
        lines.append({.text = fifthShown(fifth),
                      .amount = cell.earned,
                      .detail = Words::tr("of %1").arg(formatMoney(cell.pot)),
                      .step = 8,
                      .fifth = fifth,
                      .year = year});
        sum.pot += cell.pot;
        sum.earned += cell.earned;
    }
    lines.append(
        totalLine(Words::tr("All five fifths"), sum.earned, Words::tr("of %1").arg(formatMoney(sum.pot))));
    return lines;
}

QList<WorkingLine> contractByIndicator(const Plan& plan, const ContractPayment& payment, const QString& year)
{
    QList<WorkingLine> lines;
    const std::optional<YearWords> words = yearWords(plan, payment, year);
    if (!words)
        return lines;
    for (qsizetype i = 0; i < payment.terms.indicators.size(); ++i)
        lines.append(words->earnedLine(i));
    const AreaPayment& total = payment.yearOf(year)->outcome.total;
    lines.append(totalLine(Words::tr("Earned on outcomes"), total.earned,
                           Words::tr("of %1").arg(formatMoney(total.atRisk))));
    return lines;
}

QList<WorkingLine> contractByMonth(const Plan& plan, const ContractPayment& payment, const QString& year)
{
    QList<WorkingLine> lines;
    const std::optional<YearWords> words = yearWords(plan, payment, year);
    if (!words)
        return lines;
    const Contract* contract = plan.contracts.find(payment.terms.contract);
    const bool first = payment.positionOf(year) == 0 && contract && contract->startsOn.isValid();
    QDate month = first ? contract->startsOn : QDate(year.left(4).toInt(), 4, 1);
    const QLocale british(QLocale::English, QLocale::UnitedKingdom);
    Money sum;
    for (const Money amount : words->monthlySums()) {
        lines.append(
            {.text = british.toString(month, u"MMMM yyyy"_s), .amount = amount, .step = 5, .year = year});
        month = month.addMonths(1);
        sum += amount;
    }
    lines.append(totalLine(Words::tr("Fixed, %1").arg(year), sum));
    return lines;
}

QList<WorkingLine> contractByYear(const ContractPayment& payment)
{
    QList<WorkingLine> lines;
    Money sum;
    for (const ContractYearPayment& year : payment.years) {
        const AreaPayment& total = year.outcome.total;
        lines.append({.text = year.year,
                      .amount = year.payment,
                      .detail = Words::tr("base %1, earned %2 of %3")
                                    .arg(formatMoney(total.base), formatMoney(total.earned),
                                         formatMoney(total.atRisk)),
                      .step = 12,
                      .year = year.year,
                      .pays = true});
        sum += year.payment;
    }
    if (!lines.isEmpty())
        lines.append(totalLine(Words::tr("The whole term"), sum));
    return lines;
}

} // namespace placewright
