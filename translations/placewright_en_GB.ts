<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>AgreementFindings</name>
    <message numerus="yes">
        <source>The terms of %n pooled fund(s) can be worked out, and partners pay.</source>
        <translation>
            <numerusform>The terms of %n pooled fund can be worked out, and partners pay.</numerusform>
            <numerusform>The terms of %n pooled funds can be worked out, and partners pay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n quarterly report(s) that are due are sent.</source>
        <translation>
            <numerusform>The %n quarterly report that is due is sent.</numerusform>
            <numerusform>All %n quarterly reports that are due are sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of the %n function(s) in scope is left out by the law.</source>
        <translation>
            <numerusform>The %n function in scope is not left out by the law.</numerusform>
            <numerusform>None of the %n functions in scope is left out by the law.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AgreementWords</name>
    <message numerus="yes">
        <source>VAT route, %n scheme(s) in this fund</source>
        <translation>
            <numerusform>VAT route, %n scheme in this fund</numerusform>
            <numerusform>VAT route, %n schemes in this fund</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoardPaper</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message numerus="yes">
        <source>Applied %n step(s).</source>
        <translation>
            <numerusform>Applied %n step.</numerusform>
            <numerusform>Applied %n steps.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommitteeChecks</name>
    <message numerus="yes">
        <source>%1: a quorum of %2 is above the %n member(s) with a vote.</source>
        <translation>
            <numerusform>%1: a quorum of %2 is above the %n member with a vote.</numerusform>
            <numerusform>%1: a quorum of %2 is above the %n members with a vote.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: its quorum needs at least %2 of a role or partner, and %n member(s) with a vote can be one.</source>
        <translation>
            <numerusform>%1: its quorum needs at least %2 of a role or partner, and %n member with a vote can be one.</numerusform>
            <numerusform>%1: its quorum needs at least %2 of a role or partner, and %n members with a vote can be one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingWords</name>
    <message numerus="yes">
        <source>All %n row(s) are right.</source>
        <translation>
            <numerusform>All %n row is right.</numerusform>
            <numerusform>All %n rows are right.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n row(s) to put right</source>
        <translation>
            <numerusform>%1 of %n row to put right</numerusform>
            <numerusform>%1 of %n rows to put right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to put right</source>
        <translation>
            <numerusform>%n to put right</numerusform>
            <numerusform>%n to put right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s).</source>
        <translation>
            <numerusform>%n line.</numerusform>
            <numerusform>%n lines.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GovernanceFindings</name>
    <message numerus="yes">
        <source>Everybody who must sign has signed: %n signature(s).</source>
        <translation>
            <numerusform>Everybody who must sign has signed: %n signature.</numerusform>
            <numerusform>Everybody who must sign has signed: %n signatures.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A quorum could vote on each of the %n decision(s) on the record</source>
        <translation>
            <numerusform>A quorum could vote on the %n decision on the record</numerusform>
            <numerusform>A quorum could vote on each of the %n decisions on the record</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not quorate</source>
        <translation>
            <numerusform>%n not quorate</numerusform>
            <numerusform>%n not quorate</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Headlines</name>
    <message numerus="yes">
        <source>%1 %n fact(s) not confirmed.</source>
        <translation>
            <numerusform>%1 %n fact not confirmed.</numerusform>
            <numerusform>%1 %n facts not confirmed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Interests</name>
    <message numerus="yes">
        <source>declared %n day(s) late</source>
        <translation>
            <numerusform>declared %n day late</numerusform>
            <numerusform>declared %n days late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LayerNotices</name>
    <message numerus="yes">
        <source>%n GP practice(s)</source>
        <translation>
            <numerusform>%n GP practice</numerusform>
            <numerusform>%n GP practices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) (%1)</source>
        <translation>
            <numerusform>%n unit (%1)</numerusform>
            <numerusform>%n units (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) are in more than one area and count in none: %1.</source>
        <translation>
            <numerusform>%n unit is in more than one area and counts in none: %1.</numerusform>
            <numerusform>%n units are in more than one area and count in none: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the %1 of %2 are in no area.</source>
        <translation>
            <numerusform>%n of the %1 of %2 is in no area.</numerusform>
            <numerusform>%n of the %1 of %2 are in no area.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s) of %1 cross the borders of %2: %3.</source>
        <translation>
            <numerusform>%n area of %1 crosses the borders of %2: %3.</numerusform>
            <numerusform>%n areas of %1 cross the borders of %2: %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) were split by a boundary change and shared between areas: their figures are estimates (%1).</source>
        <translation>
            <numerusform>%n code was split by a boundary change and shared between areas: its figures are estimates (%1).</numerusform>
            <numerusform>%n codes were split by a boundary change and shared between areas: their figures are estimates (%1).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterPaper</name>
    <message numerus="yes">
        <source>%n decision(s).</source>
        <translation>
            <numerusform>%n decision.</numerusform>
            <numerusform>%n decisions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Removal</name>
    <message numerus="yes">
        <source>Deleted %n row(s)</source>
        <translation>
            <numerusform>Deleted %n row</numerusform>
            <numerusform>Deleted %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignOffWords</name>
    <message numerus="yes">
        <source>%n change(s), none in pounds</source>
        <translation>
            <numerusform>%n change, not in pounds</numerusform>
            <numerusform>%n changes, none in pounds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepsJson</name>
    <message numerus="yes">
        <source>Applied %n change(s) from a file</source>
        <translation>
            <numerusform>Applied %n change from a file</numerusform>
            <numerusform>Applied %n changes from a file</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message numerus="yes">
        <source>Intact: %n journal line(s), each as it was written.</source>
        <translation>
            <numerusform>Intact: %n journal line, each as it was written.</numerusform>
            <numerusform>Intact: %n journal lines, each as it was written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>placewright::AgreementSection</name>
    <message numerus="yes">
        <source>%n function(s) in scope</source>
        <translation>
            <numerusform>%n function in scope</numerusform>
            <numerusform>%n functions in scope</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) after its start</source>
        <translation>
            <numerusform>%n day after its start</numerusform>
            <numerusform>%n days after its start</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>placewright::AlignedSection</name>
    <message numerus="yes">
        <source>%n partner(s), each in its own accounts</source>
        <translation>
            <numerusform>%n partner, each in its own accounts</numerusform>
            <numerusform>%n partners, each in its own accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>placewright::AreaUnitsModel</name>
    <message numerus="yes">
        <source>Put %n code(s) into %1</source>
        <translation>
            <numerusform>Put %n code into %1</numerusform>
            <numerusform>Put %n codes into %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>placewright::AreasModel</name>
    <message numerus="yes">
        <source>Pasted %n area(s)</source>
        <translation>
            <numerusform>Pasted %n area</numerusform>
            <numerusform>Pasted %n areas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>placewright::AreasSection</name>
    <message numerus="yes">
        <source>%n area(s), %1</source>
        <translation>
            <numerusform>%n area, %1</numerusform>
            <numerusform>%n areas, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n unit(s)</source>
        <translation>
            <numerusform>%1: %n unit</numerusform>
            <numerusform>%1: %n units</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n GP practice(s)</source>
        <translation>
            <numerusform>%1: %n GP practice</numerusform>
            <numerusform>%1: %n GP practices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>placewright::AuditTrailSection</name>
    <message numerus="yes">
        <source>%n entry(ies) in the journal, each chained to the one before</source>
        <translation>
            <numerusform>%n entry in the journal</numerusform>
            <numerusform>%n entries in the journal, each chained to the one before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) found</source>
        <translation>
            <numerusform>%n entry found</numerusform>
            <numerusform>%n entries found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>placewright::ChangedSinceDialog</name>
    <message numerus="yes">
        <source>%n other cell(s)</source>
        <translation>
            <numerusform>%n other cell</numerusform>
            <numerusform>%n other cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>placewright::CommitteePage</name>
    <message numerus="yes">
        <source>%n signature(s) to collect</source>
        <translation>
            <numerusform>%n signature to collect</numerusform>
            <numerusform>%n signatures to collect</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n resolution(s) to decide</source>
        <translation>
            <numerusform>%n resolution to decide</numerusform>
            <numerusform>%n resolutions to decide</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>placewright::CompareSection</name>
    <message numerus="yes">
        <source>%n term(s) differ.</source>
        <translation>
            <numerusform>%n term differs.</numerusform>
            <numerusform>%n terms differ.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>placewright::ConditionDetail</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n split(s)</source>
        <translation>
            <numerusform>, %n split</numerusform>
            <numerusform>, %n splits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>placewright::ConditionStrip</name>
    <message numerus="yes">
        <source>%n met</source>
        <translation>
            <numerusform>%n met</numerusform>
            <numerusform>%n met</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>placewright::ConditionsPage</name>
    <message numerus="yes">
        <source>%n condition(s) missed</source>
        <translation>
            <numerusform>%n condition missed</numerusform>
            <numerusform>%n conditions missed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>placewright::ContractsPage</name>
    <message numerus="yes">
        <source>%n contract(s) not to sign</source>
        <translation>
            <numerusform>%n contract not to sign</numerusform>
            <numerusform>%n contracts not to sign</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n term(s) of contracts to mend</source>
        <translation>
            <numerusform>%n term of contracts to mend</numerusform>
            <numerusform>%n terms of contracts to mend</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>placewright::ContributionsModel</name>
    <message numerus="yes">
        <source>Pasted %n contribution(s)</source>
        <translation>
            <numerusform>Pasted %n contribution</numerusform>
            <numerusform>Pasted %n contributions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>placewright::DatasetsModel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>placewright::DecisionsSection</name>
    <message numerus="yes">
        <source>%n decision(s) on the register</source>
        <translation>
            <numerusform>%n decision on the register</numerusform>
            <numerusform>%n decisions on the register</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n decision(s) shown</source>
        <translation>
            <numerusform>%1 of %n decision shown</numerusform>
            <numerusform>%1 of %n decisions shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matter(s) with scrutiny</source>
        <translation>
            <numerusform>%n matter with scrutiny</numerusform>
            <numerusform>%n matters with scrutiny</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n duty(ies) due and not shown to be done</source>
        <translation>
            <numerusform>%n duty due and not shown to be done</numerusform>
            <numerusform>%n duties due and not shown to be done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>placewright::DelegationSection</name>
    <message numerus="yes">
        <source>%n limit(s) without a minute do(es) not count</source>
        <translation>
            <numerusform>%n limit without a minute does not count</numerusform>
            <numerusform>%n limits without a minute do not count</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>placewright::DistrictGrantsModel</name>
    <message numerus="yes">
        <source>Added the grant of %n district(s)</source>
        <translation>
            <numerusform>Added the grant of %n district</numerusform>
            <numerusform>Added the grant of %n districts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Total of %n district(s)</source>
        <translation>
            <numerusform>Total of %n district</numerusform>
            <numerusform>Total of %n districts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>placewright::DistrictsSection</name>
    <message numerus="yes">
        <source>What %n district(s) are due is not known</source>
        <translation>
            <numerusform>What %n district is due is not known</numerusform>
            <numerusform>What %n districts are due is not known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is due to %n district(s)</source>
        <translation>
            <numerusform>%1 is due to %n district</numerusform>
            <numerusform>%1 is due to %n districts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is passed down to %n district(s), or kept by agreement</source>
        <translation>
            <numerusform>%1 is passed down to %n district, or kept by agreement</numerusform>
            <numerusform>%1 is passed down to %n districts, or kept by agreement</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added the grant of %n district(s)</source>
        <translation>
            <numerusform>Added the grant of %n district</numerusform>
            <numerusform>Added the grant of %n districts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>placewright::EraseNameDialog</name>
    <message numerus="yes">
        <source>The journal names this person in %n entry(ies), by code.</source>
        <translation>
            <numerusform>The journal names this person in %n entry, by code.</numerusform>
            <numerusform>The journal names this person in %n entries, by code.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>placewright::FairShareSection</name>
    <message numerus="yes">
        <source>%n year(s), all can be done</source>
        <translation>
            <numerusform>%n year, it can be done</numerusform>
            <numerusform>%n years, all can be done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>placewright::FundingPage</name>
    <message numerus="yes">
        <source>%n indicative figure(s)</source>
        <translation>
            <numerusform>%n indicative figure</numerusform>
            <numerusform>%n indicative figures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fund(s)</source>
        <translation>
            <numerusform>%n fund</numerusform>
            <numerusform>%n funds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partner(s)</source>
        <translation>
            <numerusform>%n partner</numerusform>
            <numerusform>%n partners</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minimum(s) entered for %1</source>
        <translation>
            <numerusform>%n minimum entered for %1</numerusform>
            <numerusform>%n minimums entered for %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>placewright::GroupsPanel</name>
    <message numerus="yes">
        <source>%n population group(s) by area</source>
        <translation>
            <numerusform>%n population group by area</numerusform>
            <numerusform>%n population groups by area</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n small number(s) left out.</source>
        <translation>
            <numerusform>%n small number left out.</numerusform>
            <numerusform>%n small numbers left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>placewright::MapSection</name>
    <message numerus="yes">
        <source>%n shape(s) of the map lie in several areas and are not coloured.</source>
        <translation>
            <numerusform>%n shape of the map lies in several areas and is not coloured.</numerusform>
            <numerusform>%n shapes of the map lie in several areas and are not coloured.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>placewright::MembersSection</name>
    <message numerus="yes">
        <source>Overdue by %n day(s).</source>
        <translation>
            <numerusform>Overdue by %n day.</numerusform>
            <numerusform>Overdue by %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n voting member(s)</source>
        <translation>
            <numerusform>%n voting member</numerusform>
            <numerusform>%n voting members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n interest(s) declared late or not at all</source>
        <translation>
            <numerusform>%n interest declared late or not at all</numerusform>
            <numerusform>%n interests declared late or not at all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n substitute(s)</source>
        <translation>
            <numerusform>%n substitute</numerusform>
            <numerusform>%n substitutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>placewright::MinimumsModel</name>
    <message numerus="yes">
        <source>Added %n minimum(s) that the rulebook asks for</source>
        <translation>
            <numerusform>Added %n minimum that the rulebook asks for</numerusform>
            <numerusform>Added %n minimums that the rulebook asks for</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>placewright::NeedImportDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n file(s)</source>
        <translation>
            <numerusform>Import %n file</numerusform>
            <numerusform>Import %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>placewright::NeedProfileSection</name>
    <message numerus="yes">
        <source>%n dataset(s), side by side</source>
        <translation>
            <numerusform>%n dataset, side by side</numerusform>
            <numerusform>%n datasets, side by side</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>placewright::NeedScatterChart</name>
    <message numerus="yes">
        <source>%n area(s) in the box</source>
        <translation>
            <numerusform>%n area in the box</numerusform>
            <numerusform>%n areas in the box</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>placewright::Page</name>
    <message numerus="yes">
        <source>%n cell(s): sum %1, average %2</source>
        <translation>
            <numerusform>%n cell: sum %1, average %2</numerusform>
            <numerusform>%n cells: sum %1, average %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>placewright::PlanTableModel</name>
    <message numerus="yes">
        <source>Nothing was pasted: %n row(s) would fall below the table.</source>
        <translation>
            <numerusform>Nothing was pasted: %n row would fall below the table.</numerusform>
            <numerusform>Nothing was pasted: %n rows would fall below the table.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Filled down %n cell(s)</source>
        <translation>
            <numerusform>Filled down %n cell</numerusform>
            <numerusform>Filled down %n cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cleared %n cell(s)</source>
        <translation>
            <numerusform>Cleared %n cell</numerusform>
            <numerusform>Cleared %n cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pasted %n row(s)</source>
        <translation>
            <numerusform>Pasted %n row</numerusform>
            <numerusform>Pasted %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pasted %n cell(s)</source>
        <translation>
            <numerusform>Pasted %n cell</numerusform>
            <numerusform>Pasted %n cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>placewright::PoolsPage</name>
    <message numerus="yes">
        <source>%n term(s) of the risk share to mend</source>
        <translation>
            <numerusform>%n term of the risk share to mend</numerusform>
            <numerusform>%n terms of the risk share to mend</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>placewright::ResolutionPanel</name>
    <message numerus="yes">
        <source>%1 And %n more.</source>
        <translation>
            <numerusform>%1 And %n more.</numerusform>
            <numerusform>%1 And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>placewright::ScheduleSection</name>
    <message numerus="yes">
        <source>%1: %n clause(s) of the schedule to settle</source>
        <translation>
            <numerusform>%1: %n clause of the schedule to settle</numerusform>
            <numerusform>%1: %n clauses of the schedule to settle</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>placewright::SchemesModel</name>
    <message numerus="yes">
        <source>Total of %1 of %n line(s)</source>
        <translation>
            <numerusform>Total of %1 of %n line</numerusform>
            <numerusform>Total of %1 of %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Total of %n line(s)</source>
        <translation>
            <numerusform>Total of %n line</numerusform>
            <numerusform>Total of %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted “%2” and %n line(s)</source>
        <translation>
            <numerusform>Deleted “%2” and %n line</numerusform>
            <numerusform>Deleted “%2” and %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %2 schemes and %n line(s)</source>
        <translation>
            <numerusform>Deleted %2 schemes and %n line</numerusform>
            <numerusform>Deleted %2 schemes and %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n line(s)</source>
        <translation>
            <numerusform>Deleted %n line</numerusform>
            <numerusform>Deleted %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pasted %n line(s)</source>
        <translation>
            <numerusform>Pasted %n line</numerusform>
            <numerusform>Pasted %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>placewright::SchemesPage</name>
    <message numerus="yes">
        <source>%n disputed line(s)</source>
        <translation>
            <numerusform>%n disputed line</numerusform>
            <numerusform>%n disputed lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pooled fund(s)</source>
        <translation>
            <numerusform>%n pooled fund</numerusform>
            <numerusform>%n pooled funds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scheme(s) in %1.</source>
        <translation>
            <numerusform>%n scheme in %1.</numerusform>
            <numerusform>%n schemes in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>placewright::StreamsSection</name>
    <message numerus="yes">
        <source>%n stream(s) pay %1 into pools</source>
        <translation>
            <numerusform>%n stream pays %1 into pools</numerusform>
            <numerusform>%n streams pay %1 into pools</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>placewright::VatSection</name>
    <message numerus="yes">
        <source>%1 at risk: the VAT of %n scheme(s) is not settled</source>
        <translation>
            <numerusform>%1 at risk: the VAT of %n scheme is not settled</numerusform>
            <numerusform>%1 at risk: the VAT of %n schemes is not settled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n route(s) to settle</source>
        <translation>
            <numerusform>%n route to settle</numerusform>
            <numerusform>%n routes to settle</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>placewright::VotePanel</name>
    <message numerus="yes">
        <source>%1 of %n member(s) took part</source>
        <translation>
            <numerusform>%1 of %n member took part</numerusform>
            <numerusform>%1 of %n members took part</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>placewright::Worklist</name>
    <message numerus="yes">
        <source>%n thing(s) to settle before sign-off</source>
        <translation>
            <numerusform>%n thing to settle before sign-off</numerusform>
            <numerusform>%n things to settle before sign-off</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>placewright::YearsPanel</name>
    <message numerus="yes">
        <source>The plan covers %n year(s)</source>
        <translation>
            <numerusform>The plan covers %n year</numerusform>
            <numerusform>The plan covers %n years</numerusform>
        </translation>
    </message>
</context>
</TS>
