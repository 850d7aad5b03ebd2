#include "ui/report/contractsection.h"

#include "core/words/contractwords.h"
#include "ui/report/paperwriter.h"

#include <QCoreApplication>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ContractSection)
};

QString ended(const QString& sentence)
{
    return sentence.isEmpty() || sentence.endsWith(u'.') ? sentence : sentence + u'.';
}

// The year of the paper where the contract runs in it, else the first of its term.
QString yearShown(const ContractPayment& payment, const QString& year)
{
    return payment.yearOf(year) || payment.years.isEmpty() ? year : payment.years.first().year;
}

// The verdict, and what is not a plain yes; the page shows the whole list.
void writeReview(PaperWriter& writer, const Plan& plan, const ContractReview& review)
{
    QStringList open;
    for (const ReviewItem& item : review.items)
        if (item.state != ReviewItem::State::Go)
            open.append(
                (ended(reviewSentence(plan, review, item)) + u' ' + ended(reviewDetail(plan, review, item)))
                    .trimmed());
    writer.paragraph(ended(verdictSentence(plan, review)));
    if (!open.isEmpty())
        writer.bullets(open);
}

void writeFairness(PaperWriter& writer, const Plan& plan, const ContractFairness& fairness)
{
    writer.paragraph(QStringList{ended(fairnessTitle(fairness)), ended(fairnessCaption(fairness)),
                                 ended(fairnessWarning(plan, fairness))}
                         .join(u' ')
                         .trimmed());
    const auto row = [](const QString& name, const FairnessPart& part) {
        return QStringList{name, formatMoney(part.weighted), formatMoney(part.flat),
                           formatChange(part.difference())};
    };
    writer.table({{Words::tr("Outcome money")},
                  {Words::tr("Weighted"), true},
                  {Words::tr("One weight for all"), true},
                  {Words::tr("Difference"), true}},
                 {row(Words::tr("Most deprived fifth"), fairness.fifths[0]),
                  row(Words::tr("Least deprived fifth"), fairness.fifths[fifthCount - 1]),
                  row(Words::tr("All five fifths"), fairness.total)},
                 true);
}

void writeProblems(PaperWriter& writer, const Plan& plan, const Contract& contract, const PaidContract* paid)
{
    if (!paid) {
        writer.paragraph(noVersionSentence(plan, contract));
        return;
    }
    QStringList sentences;
    for (const ContractProblem& problem : paid->payment.terms.problems)
        sentences.append(contractProblemSentence(plan, problem));
    writer.paragraph(Words::tr("What it pays cannot be worked out yet:"));
    writer.bullets(sentences);
}

} // namespace

void writeContracts(PaperWriter& writer, const Plan& plan, const Evaluation& evaluation, const QString& year)
{
    if (plan.contracts.isEmpty())
        return;
    writer.heading(Words::tr("Contracts"));
    for (qsizetype i = 0; i < plan.contracts.size(); ++i) {
        const Contract& contract = plan.contracts[i];
        const PaidContract* paid = evaluation.contracts.at(i).get();
        writer.heading(contract.name, 3);
        if (!paid || !paid->payment.isPaid()) {
            writeProblems(writer, plan, contract, paid);
            continue;
        }
        const QString shown = yearShown(paid->payment, year);
        writer.paragraph(ended(contractHeadline(plan, paid->payment, shown)) + u' ' +
                         ended(contractCaption(plan, paid->payment)));
        writer.caption(ownInputsSentence());
        writeReview(writer, plan, reviewContract(paid->source));
        if (const auto fairness = contractFairness(paid->payment, shown))
            writeFairness(writer, plan, *fairness);
    }
}

void writeContractWorkings(PaperWriter& writer, const Plan& plan, const Evaluation& evaluation,
                           const QString& year)
{
    for (qsizetype i = 0; i < plan.contracts.size(); ++i) {
        const PaidContract* paid = evaluation.contracts.at(i).get();
        if (!paid || !paid->payment.isPaid())
            continue;
        const QString shown = yearShown(paid->payment, year);
        writer.heading(Words::tr("Annex: %1, %2").arg(plan.contracts[i].name, shown));
        writer.caption(workingTitle(paid->payment, shown));
        QList<QStringList> rows;
        for (const WorkingLine& line : contractWorking(plan, paid->payment, shown))
            rows.append(
                {line.number, line.text, line.detail, line.amount ? formatMoney(*line.amount) : QString()});
        writer.table({{Words::tr("Line"), false, 6},
                      {Words::tr("What"), false, 38},
                      {Words::tr("Worked out from"), false, 38},
                      {Words::tr("Amount"), true, 18}},
                     rows, false, true);
    }
}

} // namespace placewright
