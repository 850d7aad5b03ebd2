#include "ui/report/boardpaper.h"

#include "core/plan/names.h"
#include "core/words/findingwords.h"
#include "core/words/headlines.h"
#include "ui/charts/needgapchart.h"
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

constexpr double chartWidth = 500; // points, on A4 between the margins
constexpr int chartPixels = 900;

QString tr(const char* text)
{
    return QCoreApplication::translate("BoardPaper", text);
}

QString dash()
{
    return QString(QChar(0x2013));
}

// A status as paper says it: in words, never by hatching.
QString statusWords(const Plan& plan, const QString& status, const Id& disputedBy, const std::optional<Money>& theirFigure)
{
    switch (statusFromId(status)) {
    case Status::Confirmed:
        return tr("confirmed");
    case Status::Indicative:
        return tr("indicative");
    case Status::Disputed:
        break;
    }
    const QString who = disputedBy.isNull() ? QString() : tr(" by %1").arg(nameOf(plan, Partner::type.id, disputedBy));
    return tr("disputed%1").arg(who) + (theirFigure ? tr(", whose figure is %1").arg(formatMoney(*theirFigure)) : QString());
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
        writeNeed();
        writeConditions();
        writeNotConfirmed();
        writeAnnex();
    }

private:
    QString sourceName(const QString& code) const { return m_rulebook ? m_rulebook->label(u"sources", code) : code; }

    void writeHead()
    {
        const Place& place = m_plan.place();
        m_writer.title(tr("%1: Better Care Fund and pooled money, %2").arg(place.name, m_year));
        m_writer.paragraph(tr("For the %1. %2. %3").arg(place.board.isEmpty() ? place.name : place.board, m_source.scenarioName, place.note));
        const QStringList headlines{fundingHeadline(m_evaluation, m_year) + u'.',
                                    schemesHeadline(m_plan, m_evaluation, m_year) + u'.',
                                    needHeadline(m_plan, m_evaluation, m_year) + u'.',
                                    conditionsHeadline(m_plan, m_source.shelf, m_evaluation, m_year) + u'.'};
        m_writer.bullets(headlines);
    }

    void writeMoney()
    {
        m_writer.heading(tr("What the money is"));
        m_writer.paragraph(QStringList{fundingCaption(m_evaluation, m_year), partnersHeadline(m_plan, m_evaluation, m_year) + u'.'}.join(u' '));
        QList<QStringList> rows;
        for (const SourceTotal& source : m_evaluation.sources)
            if (source.year == m_year)
                rows.append({sourceName(source.source), formatMoney(source.income.amount), formatMoney(source.spend.amount), formatMoney(source.balance)});
        if (const YearTotal* total = yearTotal(m_evaluation, m_year))
            rows.append({tr("Total pooled"), formatMoney(total->income.amount), formatMoney(total->spend.amount),
                         formatMoney(total->income.amount - total->spend.amount)});
        m_writer.table({{tr("Source")}, {tr("Income"), true}, {tr("Planned"), true}, {tr("Left to plan"), true}}, rows, true);

        QList<QStringList> funds;
        for (const FundTotal& total : m_evaluation.funds) {
            const Fund* fund = m_plan.funds.find(total.fund);
            if (total.year != m_year || total.contributions.isEmpty())
                continue;
            QStringList partners;
            for (const FundShare& share : total.contributions)
                partners.append(tr("%1 %2").arg(nameOf(m_plan, Partner::type.id, share.partner), formatMoney(share.amount.amount)));
            const bool aligned = fund->kind == fundKind::aligned;
            funds.append({fund->name, aligned ? tr("aligned, in view only") : tr("pooled, hosted by %1").arg(nameOf(m_plan, Partner::type.id, fund->host)),
                          partners.join(u"; "_s), formatMoney(total.income.amount)});
        }
        m_writer.table({{tr("Fund")}, {tr("Kind")}, {tr("Contributions")}, {tr("Total"), true}}, funds);

        m_writer.paragraph(kindsHeadline(m_evaluation, m_year) + u'.');
    }

    QImage needChart(const QList<ShownArea>& areas) const
    {
        NeedGapChart chart;
        NeedGapData data;
        data.placeName = m_plan.place().name;
        for (const ShownArea& area : areas)
            data.areas.append({area.total->area.text(), area.name, *area.total->needShare, area.total->allocated,
                               area.total->perWeightedHead.value_or(Money()), false});
        chart.setData(data);
        const int height = chart.sizeHint().height();
        QImage image(chartPixels * 2, height * 2, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.scale(2, 2);
        chart.paintInto(painter, QRectF(0, 0, chartPixels, height));
        return image;
    }

    void writeNeed()
    {
        m_writer.heading(tr("Allocation against need"));
        const Id layer = needLayer(m_plan);
        const QList<ShownArea> areas = shownAreas(m_plan, m_evaluation, layer, m_year);
        const LayerNeed* need = needOf(m_evaluation, layer);
        m_writer.paragraph(needHeadline(m_plan, m_evaluation, m_year) + u". "_s + splitSentence(m_plan, m_evaluation, m_year));
        if (areas.isEmpty() || !need)
            return;
        m_writer.picture(needChart(areas), u"need-gap"_s, chartWidth);
        m_writer.caption(needChartCaption(m_plan, m_evaluation, m_year));
        QList<QStringList> rows;
        for (const ShownArea& area : areas) {
            const AreaTotal& total = *area.total;
            rows.append({area.name, formatPeople(*total.population),
                         total.needIndex ? formatDecimal(*total.needIndex, 3, Rounding::HalfAwayFromZero) : dash(),
                         formatMoney(total.allocated), formatMoney(total.assumed), total.target ? formatMoney(*total.target) : dash(),
                         total.distanceFromTarget ? formatChange(*total.distanceFromTarget) : dash()});
        }
        m_writer.table({{tr("Area")}, {tr("People"), true}, {tr("Need index"), true}, {tr("Money"), true}, {tr("Of it assumed"), true},
                        {tr("Share by need"), true}, {tr("Above or below"), true}},
                       rows);
        m_writer.caption(tr("Need index: need-weighted people a head, %1 = 1. Measure: %2. Share by need: the money split between areas, by need-weighted population.")
                             .arg(m_plan.place().name, need->measureName));
    }

    void writeConditions()
    {
        m_writer.heading(tr("Conditions"));
        if (!m_rulebook) {
            m_writer.paragraph(tr("This year stands under no rulebook, so nothing is checked."));
            return;
        }
        m_writer.paragraph(QStringList{conditionsHeadline(m_plan, m_source.shelf, m_evaluation, m_year) + u'.', rulesSentence(m_rulebook, m_year)}.join(u' '));
        QList<QStringList> rows;
        QStringList missed;
        for (const Finding* finding : findingsOf(m_evaluation, m_year)) {
            rows.append({statusWord(*finding), finding->rule, conditionTitle(*finding, m_plan, *m_rulebook), figureText(finding->required),
                         figureText(finding->planned), marginText(*finding)});
            if (finding->status == FindingStatus::Fail || finding->status == FindingStatus::Unknown)
                missed.append(sentence(*finding, m_plan, *m_rulebook));
        }
        m_writer.table({{tr("Status")}, {tr("Rule")}, {tr("Condition")}, {tr("Required"), true}, {tr("Planned"), true}, {tr("Margin"), true}}, rows);
        if (!missed.isEmpty())
            m_writer.bullets(missed);
    }

    void writeNotConfirmed()
    {
        m_writer.heading(tr("Figures not confirmed"));
        QList<QStringList> rows;
        for (const Contribution& one : m_plan.contributions)
            if (one.amount.contains(m_key) && statusFromId(one.status.value(m_key)) != Status::Confirmed)
                rows.append({tr("Contribution: %1, %2").arg(one.source.isEmpty() ? nameOf(m_plan, Fund::type.id, one.fund) : sourceName(one.source),
                                                            nameOf(m_plan, Partner::type.id, one.partner)),
                             formatMoney(one.amount.value(m_key)),
                             statusWords(m_plan, one.status.value(m_key), one.disputedBy.value(m_key), cell(one.disputedAmount, m_key))});
        for (const Minimum& one : m_plan.minimums)
            if (one.year.text() == m_year && statusFromId(one.status) != Status::Confirmed)
                rows.append({tr("Minimum: %1%2").arg(m_rulebook ? m_rulebook->label(u"minimumKinds", one.kind) : one.kind,
                                                     one.partner.isNull() ? QString() : u", "_s + nameOf(m_plan, Partner::type.id, one.partner)),
                             one.amount ? formatMoney(*one.amount) : tr("not known"), statusWords(m_plan, one.status, one.disputedBy, std::nullopt)});
        for (const Line& one : m_plan.lines)
            if (one.amount.contains(m_key) && statusFromId(one.status.value(m_key)) != Status::Confirmed)
                rows.append({tr("Line: %1, %2").arg(nameOf(m_plan, Scheme::type.id, one.scheme), one.name), formatMoney(one.amount.value(m_key)),
                             statusWords(m_plan, one.status.value(m_key), one.disputedBy.value(m_key), cell(one.disputedAmount, m_key))});
        if (rows.isEmpty())
            m_writer.paragraph(tr("Every figure of %1 is confirmed.").arg(m_year));
        else
            m_writer.table({{tr("Figure")}, {tr("Amount"), true}, {tr("Status")}}, rows);

        QStringList facts;
        if (m_rulebook)
            for (const RulebookFact& fact : m_rulebook->facts)
                if (fact.confidence != Confidence::Seen)
                    facts.append(fact.value.isEmpty() ? fact.text : tr("%1: %2").arg(fact.text, fact.value));
        if (!facts.isEmpty()) {
            m_writer.paragraph(tr("Of the rules, these are to be checked against the official documents:"));
            m_writer.bullets(facts);
        }
    }

    void writeAnnex()
    {
        m_writer.newPage();
        m_writer.heading(tr("Annex: the lines"));
        const QString before = yearBefore(m_year);
        const bool hasBefore = m_plan.years.contains(Id(before));
        const Key keyBefore{Id(before), {}};
        QList<QStringList> rows;
        Money total;
        Money totalBefore;
        for (const Scheme& scheme : m_plan.schemes) {
            for (const Line& line : m_plan.lines) {
                if (line.scheme != scheme.id || (!line.amount.contains(m_key) && !line.amount.contains(keyBefore)))
                    continue;
                const std::optional<Money> now = cell(line.amount, m_key);
                const std::optional<Money> then = cell(line.amount, keyBefore);
                total += now.value_or(Money());
                totalBefore += then.value_or(Money());
                QStringList row{scheme.number, scheme.name, line.name,
                                m_rulebook ? m_rulebook->shortLabel(u"sources", line.source) : line.source, line.areaOfSpend,
                                line.commissioner, line.provider};
                if (hasBefore)
                    row.append(then ? formatAmount(*then, Pence::WhenAny) : dash());
                row.append(now ? formatAmount(*now, Pence::WhenAny) : dash());
                row.append(now ? statusWords(m_plan, line.status.value(m_key), line.disputedBy.value(m_key), cell(line.disputedAmount, m_key)) : dash());
                rows.append(row);
            }
        }
        QStringList totals{QString(), tr("Total"), tr("%1 lines").arg(rows.size()), {}, {}, {}, {}};
        QList<PaperColumn> columns{{tr("#")}, {tr("Scheme")}, {tr("Line")}, {tr("Source")}, {tr("Area of spend")}, {tr("Commissioner")}, {tr("Provider")}};
        if (hasBefore) {
            columns.append({tr("%1 £").arg(before), true});
            totals.append(formatAmount(totalBefore, Pence::WhenAny));
        }
        columns.append({tr("%1 £").arg(m_year), true});
        columns.append({tr("Status")});
        totals.append(formatAmount(total, Pence::WhenAny));
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

QString footerOf(const BoardPaperSource& source)
{
    const QLocale british(QLocale::English, QLocale::UnitedKingdom);
    return tr("%1, %2, %3. Made %4 from plan version %5.")
        .arg(source.plan.place().name, source.year, source.scenarioName, british.toString(source.made.toLocalTime(), u"d MMMM yyyy, HH:mm"_s),
             QString::fromLatin1(source.headHash.toHex().first(12)));
}

} // namespace

BoardPaperSource paperSource(const PlanDocument& document)
{
    return {document.plan(), document.shelf(), document.evaluation(), document.year(),
            document.scenarioName(document.scenario()), document.author().now(), document.headHash()};
}

std::unique_ptr<QTextDocument> boardPaper(const BoardPaperSource& source)
{
    auto document = std::make_unique<QTextDocument>();
    document->setMetaInformation(QTextDocument::DocumentTitle, tr("%1, board paper, %2").arg(source.plan.place().name, source.year));
    BoardPaper(source, *document).write();
    return document;
}

Outcome writeBoardPaper(const BoardPaperSource& source, const QString& path)
{
    const std::unique_ptr<QTextDocument> document = boardPaper(source);
    return writePaper(*document, footerOf(source), path);
}

} // namespace placewright
