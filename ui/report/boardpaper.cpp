#include "ui/report/boardpaper.h"

#include "core/exchange/keptplan.h"
#include "core/plan/names.h"
#include "core/words/findingwords.h"
#include "core/words/headlines.h"
#include "core/words/heldout.h"
#include "core/words/riskwords.h"
#include "ui/charts/needgapchart.h"
#include "ui/report/contractsection.h"
#include "ui/report/decidesection.h"
#include "ui/report/paperoutput.h"
#include "ui/report/paperwriter.h"

#include <QCoreApplication>
#include <QImage>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

constexpr int chartPixels = 900;
constexpr int axisRoom = 24; // below the rows on paper

class Words
{
    Q_DECLARE_TR_FUNCTIONS(BoardPaper)
};

QString dash()
{
    return QString(QChar(0x2013));
}

// A status as paper says it: in words, never by hatching.
QString statusWords(const Plan& plan, const QString& status, const Id& disputedBy,
                    const std::optional<Money>& theirFigure)
{
    switch (statusFromId(status)) {
    case Status::Confirmed:
        return Words::tr("confirmed");
    case Status::Indicative:
        return Words::tr("indicative");
    case Status::Disputed:
        break;
    }
    const QString who =
        disputedBy.isNull() ? QString() : Words::tr(" by %1").arg(partnerShown(plan, disputedBy));
    return Words::tr("disputed%1").arg(who) +
           (theirFigure ? Words::tr(", whose figure is %1").arg(formatMoney(*theirFigure)) : QString());
}

template <class T> std::optional<T> cell(const QMap<Key, T>& cells, const Key& key)
{
    const auto found = cells.constFind(key);
    return found == cells.constEnd() ? std::nullopt : std::optional<T>(*found);
}

class BoardPaper
{
public:
    BoardPaper(const BoardPaperSource& source, QTextDocument& document)
        : m_source(source)
        , m_plan(source.plan)
        , m_evaluation(source.evaluation)
        , m_year(source.year)
        , m_key{Id(source.year), {}}
        , m_writer(document)
    {
        const FinancialYear* year = m_plan.years.find(Id(source.year));
        m_rulebook = year ? source.shelf.rulebookOf(*year) : nullptr;
    }

    void write()
    {
        writeHead();
        writeMoney();
        writePools();
        writeContracts(m_writer, m_plan, m_evaluation, m_year);
        writeNeed();
        writeConditions();
        writeDecides(m_writer, {m_plan, m_source.shelf, m_year, m_source.since, m_source.journal});
        writeNotConfirmed();
        writeAnnex();
        writeContractWorkings(m_writer, m_plan, m_evaluation, m_year);
    }

private:
    QString sourceName(const QString& code) const
    {
        return m_rulebook ? m_rulebook->label(u"sources", code) : code;
    }

    void writeHead()
    {
        const Place& place = m_plan.place();
        m_writer.title(Words::tr("%1: Better Care Fund and pooled money, %2").arg(place.name, m_year));
        m_writer.paragraph(
            Words::tr("For the %1. %2. %3")
                .arg(place.board.isEmpty() ? place.name : place.board, m_source.scenarioName, place.note));
        const QStringList headlines{fundingHeadline(m_evaluation, m_year) + u'.',
                                    schemesHeadline(m_plan, m_evaluation, m_year) + u'.',
                                    needHeadline(m_plan, m_evaluation, m_year) + u'.',
                                    conditionsHeadline(m_plan, m_source.shelf, m_evaluation, m_year) + u'.'};
        m_writer.bullets(headlines);
        if (!m_source.heldOut.isEmpty()) {
            m_writer.paragraph(
                Words::tr("These steps of the scenario no longer fit the plan below it, and are held out:"));
            m_writer.bullets(m_source.heldOut);
        }
        if (const auto& version = m_source.version) {
            m_writer.caption(versionLine(version->number, version->on, version->head));
            return;
        }
        const QLocale british(QLocale::English, QLocale::UnitedKingdom);
        m_writer.caption(Words::tr("Made on %1 from the plan as it then stood; head of its journal: %2.")
                             .arg(british.toString(m_source.made.toLocalTime(), u"d MMMM yyyy, HH:mm"_s),
                                  QString::fromLatin1(m_source.headHash.toHex())));
    }

    void writeMoney()
    {
        m_writer.heading(Words::tr("What the money is"));
        m_writer.paragraph(QStringList{fundingCaption(m_evaluation, m_year),
                                       partnersHeadline(m_plan, m_evaluation, m_year) + u'.'}
                               .join(u' '));
        QList<QStringList> rows;
        for (const SourceTotal& source : m_evaluation.sources)
            if (source.year == m_year)
                rows.append({sourceName(source.source), formatMoney(source.income.amount),
                             formatMoney(source.spend.amount), formatMoney(source.balance)});
        if (const YearTotal* total = yearTotal(m_evaluation, m_year))
            rows.append({Words::tr("Total pooled"), formatMoney(total->income.amount),
                         formatMoney(total->spend.amount),
                         formatMoney(total->income.amount - total->spend.amount)});
        m_writer.table({{Words::tr("Source")},
                        {Words::tr("Income"), true},
                        {Words::tr("Planned"), true},
                        {Words::tr("Left to plan"), true}},
                       rows, true);

        QList<QStringList> funds;
        for (const FundTotal& total : m_evaluation.funds) {
            const Fund* fund = m_plan.funds.find(total.fund);
            if (total.year != m_year || total.contributions.isEmpty())
                continue;
            QStringList partners;
            for (const FundShare& share : total.contributions)
                partners.append(Words::tr("%1 %2").arg(partnerShown(m_plan, share.partner),
                                                       formatMoney(share.amount.amount)));
            const bool aligned = fund->kind == fundKind::aligned;
            funds.append({fund->name,
                          aligned ? Words::tr("aligned, in view only")
                                  : Words::tr("pooled, hosted by %1").arg(partnerShown(m_plan, fund->host)),
                          partners.join(u"; "_s), formatMoney(total.income.amount)});
        }
        m_writer.table({{Words::tr("Fund"), false, 18},
                        {Words::tr("Kind"), false, 22},
                        {Words::tr("Contributions"), false, 44},
                        {Words::tr("Total"), true, 16}},
                       funds);

        m_writer.paragraph(kindsHeadline(m_evaluation, m_year) + u'.');
    }

    void writePools()
    {
        bool begun = false;
        for (const FundSettlement& settlement : m_evaluation.risks) {
            const Fund* fund = m_plan.funds.find(settlement.risk.fund);
            if (settlement.risk.year != m_year || !fund)
                continue;
            if (!begun)
                m_writer.heading(Words::tr("Who pays if a pool overspends"));
            begun = true;
            const QString headline = headlineOf(settlement);
            const QString name = fund->name + u": "_s;
            QStringList said{headline.startsWith(name) ? headline : name + headline};
            said.append(testSentence(m_plan, settlement.risk));
            said.append(agreementSentence(*fund));
            m_writer.paragraph(said.join(u' '));
            if (settlement.result && !settlement.result->steps.isEmpty())
                writeWorking(settlement);
        }
    }

    QString headlineOf(const FundSettlement& settlement) const
    {
        const QString caption = riskCaption(m_plan, settlement);
        const QString headline = riskHeadline(m_plan, settlement) + u'.';
        return caption.isEmpty() ? headline : headline + u' ' + caption;
    }

    QString agreementSentence(const Fund& fund) const
    {
        const QList<AgreementItem> items = agreementItems(m_plan, m_rulebook, m_evaluation, fund, m_year);
        QStringList open;
        for (const AgreementItem& item : items)
            if (item.state != AgreementItem::State::Met)
                open.append(Words::tr("%1 (%2)").arg(item.text, item.detail));
        return agreementTitle(items) + (open.isEmpty() ? u"."_s : u": "_s + open.join(u", "_s) + u'.');
    }

    void writeWorking(const FundSettlement& settlement)
    {
        const RiskResult& result = *settlement.result;
        const bool unresolved = !result.unresolved.isZero();
        const auto row = [&](const QString& name, Money amount, Money absorbed, const QList<Money>& parts,
                             Money notAgreed) {
            QStringList cells{name, formatMoney(amount), formatMoney(absorbed)};
            for (const Money part : parts)
                cells.append(formatMoney(part));
            if (unresolved)
                cells.append(formatMoney(notAgreed));
            return cells;
        };
        QList<QStringList> rows;
        for (const RiskStep& step : result.steps)
            rows.append(row(stepName(m_plan, settlement.risk, step), step.amount, step.fund, step.partners,
                            step.unresolved));
        rows.append(row(result.variance.isNegative() ? Words::tr("Underspend") : Words::tr("Overspend"),
                        result.variance, result.fund, result.partners, result.unresolved));
        QList<PaperColumn> columns{
            {Words::tr("Step")}, {Words::tr("Amount"), true}, {Words::tr("The fund"), true}};
        for (const Id& partner : settlement.risk.partners)
            columns.append({partnerShown(m_plan, partner), true});
        if (unresolved)
            columns.append({Words::tr("Not agreed"), true});
        m_writer.table(columns, rows, true);
    }

    QImage needChart(const QList<ShownArea>& areas) const
    {
        NeedGapChart chart;
        NeedGapData data;
        data.placeName = m_plan.place().name;
        for (const ShownArea& area : areas)
            data.areas.append({area.total->area.text(), area.name, *area.total->needShare,
                               area.total->allocated, area.total->perWeightedHead.value_or(Money()), false});
        chart.setData(data);
        const int height = chart.sizeHint().height() + axisRoom;
        QImage image(chartPixels * 2, height * 2, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.scale(2, 2);
        chart.paintInto(painter, QRectF(0, 0, chartPixels, height));
        return image;
    }

    void writeNeed()
    {
        m_writer.heading(Words::tr("Allocation against need"));
        const Id layer = needLayer(m_plan);
        const QList<ShownArea> areas = shownAreas(m_plan, m_evaluation, layer, m_year);
        const LayerNeed* need = needOf(m_evaluation, layer);
        m_writer.paragraph(needHeadline(m_plan, m_evaluation, m_year) + u". "_s +
                           splitSentence(m_plan, m_evaluation, m_year));
        if (areas.isEmpty() || !need)
            return;
        m_writer.picture(needChart(areas), u"need-gap"_s);
        m_writer.caption(needChartCaption(m_plan, m_evaluation, m_year));
        QList<QStringList> rows;
        for (const ShownArea& area : areas) {
            const AreaTotal& total = *area.total;
            rows.append(
                {area.name, formatPeople(*total.population),
                 total.needIndex ? formatDecimal(*total.needIndex, 3, Rounding::HalfAwayFromZero) : dash(),
                 formatMoney(total.allocated), formatMoney(total.assumed),
                 total.target ? formatMoney(*total.target) : dash(),
                 total.distanceFromTarget ? formatChange(*total.distanceFromTarget) : dash()});
        }
        m_writer.table({{Words::tr("Area")},
                        {Words::tr("People"), true},
                        {Words::tr("Need index"), true},
                        {Words::tr("Money"), true},
                        {Words::tr("Of it assumed"), true},
                        {Words::tr("Share by need"), true},
                        {Words::tr("Above or below"), true}},
                       rows);
        m_writer.caption(Words::tr("Need index: need-weighted people a head, %1 = 1. Measure: %2. Share by "
                                   "need: the money split between areas, by need-weighted population.")
                             .arg(m_plan.place().name, need->measureName));
    }

    void writeConditions()
    {
        m_writer.heading(Words::tr("Conditions"));
        if (!m_rulebook) {
            m_writer.paragraph(Words::tr("This year stands under no rulebook, so nothing is checked."));
            return;
        }
        m_writer.paragraph(
            QStringList{conditionsHeadline(m_plan, m_source.shelf, m_evaluation, m_year) + u'.',
                        rulesSentence(m_rulebook, m_year)}
                .join(u' '));
        QList<QStringList> rows;
        QStringList missed;
        for (const Finding* finding : findingsOf(m_evaluation, m_year)) {
            rows.append({statusWord(*finding), finding->rule, conditionTitle(*finding, m_plan, *m_rulebook),
                         figureText(*finding, finding->required), figureText(*finding, finding->planned),
                         marginText(*finding)});
            if (finding->status == FindingStatus::Fail || finding->status == FindingStatus::Unknown)
                missed.append(u"%1: %2"_s.arg(conditionTitle(*finding, m_plan, *m_rulebook),
                                              sentence(*finding, m_plan, *m_rulebook)));
        }
        m_writer.table({{Words::tr("Status")},
                        {Words::tr("Rule")},
                        {Words::tr("Condition")},
                        {Words::tr("Required"), true},
                        {Words::tr("Planned"), true},
                        {Words::tr("Margin"), true}},
                       rows);
        if (!missed.isEmpty())
            m_writer.bullets(missed);
    }

    void writeNotConfirmed()
    {
        m_writer.heading(Words::tr("Figures not confirmed"));
        QList<QStringList> rows;
        for (const Contribution& one : m_plan.contributions)
            if (one.amount.contains(m_key) && statusFromId(one.status.value(m_key)) != Status::Confirmed)
                rows.append({Words::tr("Contribution: %1, %2")
                                 .arg(one.source.isEmpty() ? nameOf(m_plan, Fund::type.id, one.fund)
                                                           : sourceName(one.source),
                                      partnerShown(m_plan, one.partner)),
                             formatMoney(one.amount.value(m_key)),
                             statusWords(m_plan, one.status.value(m_key), one.disputedBy.value(m_key),
                                         cell(one.disputedAmount, m_key))});
        for (const Minimum& one : m_plan.minimums)
            if (one.year.text() == m_year && statusFromId(one.status) != Status::Confirmed)
                rows.append(
                    {Words::tr("Minimum: %1%2")
                         .arg(m_rulebook ? m_rulebook->label(u"minimumKinds", one.kind) : one.kind,
                              one.partner.isNull() ? QString() : u", "_s + partnerShown(m_plan, one.partner)),
                     one.amount ? formatMoney(*one.amount) : Words::tr("not known"),
                     statusWords(m_plan, one.status, one.disputedBy, std::nullopt)});
        for (const Line& one : m_plan.lines)
            if (one.amount.contains(m_key) && statusFromId(one.status.value(m_key)) != Status::Confirmed)
                rows.append(
                    {Words::tr("Line: %1, %2").arg(nameOf(m_plan, Scheme::type.id, one.scheme), one.name),
                     formatMoney(one.amount.value(m_key)),
                     statusWords(m_plan, one.status.value(m_key), one.disputedBy.value(m_key),
                                 cell(one.disputedAmount, m_key))});
        if (rows.isEmpty())
            m_writer.paragraph(Words::tr("Every figure of %1 is confirmed.").arg(m_year));
        else
            m_writer.table({{Words::tr("Figure"), false, 52},
                            {Words::tr("Amount"), true, 16},
                            {Words::tr("Status"), false, 32}},
                           rows);

        QStringList facts;
        if (m_rulebook)
            for (const RulebookFact& fact : m_rulebook->facts)
                if (fact.confidence != Confidence::Seen)
                    facts.append(fact.value.isEmpty() ? fact.text
                                                      : Words::tr("%1: %2").arg(fact.text, fact.value));
        if (!facts.isEmpty()) {
            m_writer.paragraph(
                Words::tr("Of the rules, these are to be checked against the official documents:"));
            m_writer.bullets(facts);
        }
    }

    // Typed, or what its contract pays.
    std::optional<Money> plannedOn(const Line& line, const Key& key) const
    {
        if (line.contract.isNull())
            return cell(line.amount, key);
        for (const LedgerRow& row : m_evaluation.ledger.rows)
            if (row.origin == LedgerRow::Origin::Contract && m_plan.lines[row.line].id == line.id &&
                m_plan.years[row.year].id == key.year)
                return row.amount;
        return std::nullopt;
    }

    QString plannedIn(const QString& year) const
    {
        const YearTotal* total = yearTotal(m_evaluation, year);
        return total ? formatAmount(total->spend.amount, Pence::WhenAny) : dash();
    }

    void writeAnnex()
    {
        m_writer.heading(Words::tr("Annex: the lines"));
        const QString before = yearBefore(m_year);
        const bool hasBefore = m_plan.years.contains(Id(before));
        const Key keyBefore{Id(before), {}};
        QList<QStringList> rows;
        int pooled = 0;
        for (const Scheme& scheme : m_plan.schemes) {
            const Fund* fund = m_plan.funds.find(scheme.fund);
            const bool aligned = fund && fund->kind == fundKind::aligned;
            for (const Line& line : m_plan.lines) {
                if (line.scheme != scheme.id)
                    continue;
                const std::optional<Money> now = plannedOn(line, m_key);
                const std::optional<Money> then = plannedOn(line, keyBefore);
                if (!now && !then)
                    continue;
                pooled += aligned || !now ? 0 : 1;
                QStringList row{scheme.number,
                                scheme.name,
                                line.name,
                                m_rulebook ? m_rulebook->shortLabel(u"sources", line.source) : line.source,
                                line.areaOfSpend,
                                line.commissioner,
                                line.provider};
                if (hasBefore)
                    row.append(then ? formatAmount(*then, Pence::WhenAny) : dash());
                row.append(now ? formatAmount(*now, Pence::WhenAny) : dash());
                QString status =
                    now ? statusWords(m_plan, line.status.value(m_key), line.disputedBy.value(m_key),
                                      cell(line.disputedAmount, m_key))
                        : dash();
                if (!line.contract.isNull())
                    status += Words::tr("; as its contract pays");
                if (aligned)
                    status += Words::tr("; aligned, outside the total");
                row.append(status);
                rows.append(row);
            }
        }
        QStringList totals{
            QString(), Words::tr("Total pooled"), Words::tr("%n line(s)", nullptr, pooled), {}, {}, {}, {}};
        QList<PaperColumn> columns{{Words::tr("#"), false, 4},
                                   {Words::tr("Scheme"), false, 14},
                                   {Words::tr("Line"), false, 15},
                                   {Words::tr("Source"), false, 11},
                                   {Words::tr("Area of spend"), false, 10},
                                   {Words::tr("By"), false, 4},
                                   {Words::tr("Provider"), false, 11}};
        if (hasBefore) {
            columns.append({Words::tr("%1 £").arg(before), true, 9});
            totals.append(plannedIn(before));
        }
        columns.append({Words::tr("%1 £").arg(m_year), true, 9});
        columns.append({Words::tr("Status"), false, 13});
        totals.append(plannedIn(m_year));
        rows.append(totals);
        m_writer.table(columns, rows, true, true);
    }

    const BoardPaperSource& m_source;
    const Plan& m_plan;
    const Evaluation& m_evaluation;
    const QString& m_year;
    Key m_key;
    const Rulebook* m_rulebook = nullptr;
    PaperWriter m_writer;
};

QString titleOf(const BoardPaperSource& source)
{
    const QString title = Words::tr("%1, board paper, %2").arg(source.plan.place().name, source.year);
    return source.version ? Words::tr("%1, version %2, journal %3")
                                .arg(title, QString::number(source.version->number),
                                     QString::fromLatin1(source.version->head.toHex()))
                          : title;
}

QString footerOf(const BoardPaperSource& source)
{
    const QLocale british(QLocale::English, QLocale::UnitedKingdom);
    if (const auto& version = source.version)
        return Words::tr("%1, %2, %3. %4")
            .arg(source.plan.place().name, source.year, source.scenarioName,
                 versionLine(version->number, version->on, version->head.first(6)));
    return Words::tr("%1, %2, %3. Made %4 from plan version %5.")
        .arg(source.plan.place().name, source.year, source.scenarioName,
             british.toString(source.made.toLocalTime(), u"d MMMM yyyy, HH:mm"_s),
             QString::fromLatin1(source.headHash.toHex().first(12)));
}

} // namespace

BoardPaperSource paperSource(const PlanDocument& document)
{
    return {document.plan(),
            document.shelf(),
            document.evaluation(),
            document.year(),
            document.scenarioName(document.scenario()),
            document.author().now(),
            document.headHash(),
            heldOut(document.tree(), document.stale(), document.plan()),
            sinceSigned(document.tree(), document.shelf(), Id(document.year())),
            document.journal()};
}

SinceVersions sinceSigned(const PlanTree& tree, const Shelf& shelf, const Id& year)
{
    SinceVersions since;
    for (const SignOffState& state : signOffsOf(tree.base, shelf, year)) {
        if (!state.version || since.contains(state.version->id))
            continue;
        if (const Result<Plan> signedPlan = planOfVersion(tree, *state.version))
            since.insert(state.version->id, changedSince(*signedPlan, tree.base, shelf));
    }
    return since;
}

std::unique_ptr<QTextDocument> boardPaper(const BoardPaperSource& source)
{
    auto document = std::make_unique<QTextDocument>();
    document->setMetaInformation(QTextDocument::DocumentTitle, titleOf(source));
    BoardPaper(source, *document).write();
    return document;
}

QByteArray versionPaper(const BoardPaperSource& source, const VersionMark& version)
{
    BoardPaperSource marked = source;
    marked.version = version;
    const std::unique_ptr<QTextDocument> paper = boardPaper(marked);
    return paperAsPdf(*paper, footerOf(marked));
}

Result<BoardPaperSource> versionSource(const PlanDocument& document, const QString& year,
                                       Evaluation& evaluation)
{
    Result<Evaluation> found = tryEvaluate(document.base(), document.shelf());
    if (!found)
        return found.error();
    evaluation = std::move(*found);
    return BoardPaperSource{document.base(),
                            document.shelf(),
                            evaluation,
                            year,
                            document.scenarioName({}),
                            document.author().now(),
                            document.headHash(),
                            {},
                            sinceSigned(document.tree(), document.shelf(), Id(year)),
                            document.journal(),
                            {}};
}

Outcome writeBoardPaper(const BoardPaperSource& source, const QString& path)
{
    const std::unique_ptr<QTextDocument> document = boardPaper(source);
    return writePaper(*document, footerOf(source), path);
}

} // namespace placewright
