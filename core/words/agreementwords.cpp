#include "core/plan/names.h"
#include "core/rules/schemevat.h"
#include "core/words/riskwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(AgreementWords)
};

using State = AgreementItem::State;

AgreementItem item(const Fund& fund, State state, const QString& text, const QString& detail,
                   const char* field)
{
    return {state, text, detail, Fund::type.id, fund.id, QString::fromLatin1(field)};
}

State stateOf(bool met)
{
    return met ? State::Met : State::Open;
}

const char* firstEmptyClause(const Fund& fund, int& present)
{
    struct Clause
    {
        const QString& text;
        const char* field;
    };
    const Clause clauses[] = {{fund.clauseAims, "clauseAims"},
                              {fund.clauseContributions, "clauseContributions"},
                              {fund.clauseFunctions, "clauseFunctions"},
                              {fund.clausePersons, "clausePersons"},
                              {fund.clauseResources, "clauseResources"},
                              {fund.clauseDuration, "clauseDuration"},
                              {fund.clauseManagement, "clauseManagement"}};
    const char* empty = nullptr;
    for (const Clause& clause : clauses) {
        const bool there = !clause.text.trimmed().isEmpty();
        present += there ? 1 : 0;
        if (!there && !empty)
            empty = clause.field;
    }
    return empty;
}

AgreementItem signature(const Fund& fund, const Rulebook* rulebook)
{
    const RulebookFact* fact = rulebook ? rulebook->fact(u"section75Date") : nullptr;
    const QDate due = fact ? dateOf(*fact) : QDate();
    const QString text = Words::tr("Signed by the national date");
    if (!fund.signedOn.isValid())
        return item(fund, State::Open, text, Words::tr("not signed"), "signedOn");
    if (!due.isValid())
        return item(fund, State::NotKnown, text, Words::tr("date not confirmed"), "signedOn");
    return item(fund, stateOf(fund.signedOn <= due), text, dateShown(fund.signedOn), "signedOn");
}

Ratio vatRate(const Rulebook& rulebook)
{
    for (const RulebookCheck& check : rulebook.checks) {
        const QString rate = check.parameters.value("ratePercent"_L1).toString();
        if (const Result<Rate> parsed = Rate::parse(rate); !rate.isEmpty() && parsed)
            return parsed->exact();
    }
    return Ratio(0);
}

QString vatWords(const SchemeVat& vat, const QString& route)
{
    switch (vat.fault) {
    case SchemeVat::Fault::NotSettled:
        return vat.hostDiffers ? Words::tr("Not settled: the host’s rules are not the deliverer’s")
                               : Words::tr("Not settled");
    case SchemeVat::Fault::NotDelivered:
        return Words::tr("Not the route of those who deliver it");
    case SchemeVat::Fault::None:
        break;
    }
    if (route == vatRoute::none)
        return Words::tr("Settled: no VAT arises");
    return vat.hostDiffers ? Words::tr("Settled: as the deliverer’s, not the host’s") : Words::tr("Settled");
}

} // namespace

QList<AgreementItem> agreementItems(const Plan& plan, const Rulebook* rulebook, const Evaluation& evaluation,
                                    const Fund& fund, const QString& year)
{
    QList<AgreementItem> items;
    int present = 0;
    const char* empty = firstEmptyClause(fund, present);
    items.append(item(fund, stateOf(!empty), Words::tr("Regulation 7 contents"),
                      Words::tr("%1 of %2").arg(present).arg(7), empty ? empty : "clauseAims"));

    const bool run = !fund.host.isNull() && !fund.poolManager.trimmed().isEmpty();
    QStringList who;
    if (!fund.host.isNull())
        who.append(partnerShown(plan, fund.host));
    if (!fund.poolManager.trimmed().isEmpty())
        who.append(fund.poolManager);
    items.append(item(fund, stateOf(run), Words::tr("Host and pool manager"),
                      who.isEmpty() ? Words::tr("not named") : who.join(u"; "_s),
                      fund.host.isNull() ? "host" : "poolManager"));

    const bool consulted = fund.consultedOn.isValid();
    const bool before = consulted && fund.startsOn.isValid() && fund.consultedOn < fund.startsOn;
    items.append(item(fund,
                      !consulted                 ? State::Open
                      : !fund.startsOn.isValid() ? State::NotKnown
                                                 : stateOf(before),
                      Words::tr("Consulted before the start"),
                      consulted ? dateShown(fund.consultedOn) : Words::tr("not recorded"), "consultedOn"));

    const bool covers = fund.startsOn.isValid() && fund.endsOn.isValid() && coversYear(fund, year);
    items.append(item(fund, stateOf(covers), Words::tr("Term"),
                      !fund.endsOn.isValid() || covers || !fund.startsOn.isValid()
                          ? (fund.endsOn.isValid() ? Words::tr("to %1").arg(dateShown(fund.endsOn))
                                                   : Words::tr("no end named"))
                          : Words::tr("not of %1").arg(year),
                      fund.startsOn.isValid() ? "endsOn" : "startsOn"));
    items.append(signature(fund, rulebook));

    int schemes = 0;
    int settled = 0;
    Id open;
    for (const VatState& state : vatStates(plan, rulebook, evaluation, year)) {
        if (plan.schemes.find(state.scheme)->fund != fund.id)
            continue;
        ++schemes;
        if (state.settled)
            ++settled;
        else if (open.isNull())
            open = state.scheme;
    }
    AgreementItem vat = item(fund, stateOf(settled == schemes),
                             Words::tr("VAT route, %n scheme(s) in this fund", nullptr, schemes),
                             settled == schemes ? Words::tr("settled")
                                                : Words::tr("%1 of %2 settled").arg(settled).arg(schemes),
                             "vatRoute");
    vat.entity = Scheme::type.id;
    vat.id = open;
    items.append(vat);
    return items;
}

QString agreementTitle(const QList<AgreementItem>& items)
{
    const auto open = std::count_if(items.begin(), items.end(),
                                    [](const AgreementItem& i) { return i.state != State::Met; });
    if (open == 0)
        return Words::tr("Section 75 agreement: complete");
    return open == 1 ? Words::tr("Section 75 agreement: one item open")
                     : Words::tr("Section 75 agreement: %1 items open").arg(numberWord(open));
}

QList<VatState> vatStates(const Plan& plan, const Rulebook* rulebook, const Evaluation& evaluation,
                          const QString& year)
{
    const qsizetype position = plan.years.positionOf(Id(year));
    if (position < 0)
        return {};
    const Rulebook none;
    const Rulebook& rules = rulebook ? *rulebook : none;
    QList<VatState> states;
    for (const SchemeVat& vat :
         schemeVats(plan, evaluation.ledger, rules, static_cast<qint32>(position), vatRate(rules))) {
        const Fund& fund = *plan.funds.find(vat.fund);
        VatState state;
        state.scheme = vat.scheme;
        state.host = fund.host.isNull() ? Words::tr("no host") : partnerShown(plan, fund.host);
        QStringList deliverers;
        for (const QString& provider : vat.providers)
            deliverers.append(provider.isEmpty() ? Words::tr("not named")
                                                 : rules.shortLabel(u"providers", provider));
        state.deliverer = deliverers.join(u", "_s);
        state.settled = vat.fault == SchemeVat::Fault::None;
        state.disagree = vat.fault == SchemeVat::Fault::NotDelivered;
        state.hostDiffers = vat.hostDiffers;
        state.atRisk = vat.atRisk;
        state.irrecoverable = vat.irrecoverable;
        state.words = vatWords(vat, plan.schemes.find(vat.scheme)->vatRoute);
        states.append(state);
    }
    return states;
}

} // namespace placewright
