#pragma once

#include "core/exchange/needimport.h"

namespace placewright {

// One row of any file that puts a practice into an area.
struct AreaClaim
{
    int line = 0;
    QString practice; // ODS code
    QString name;     // of the practice, for lists of what does not match
    QString area;
    QString areaCode; // ONS code where the file has one
};

// What `importLayer` is to make of the claims.
struct LayerRequest
{
    QString layerName; // extended when the plan has it, else made
    QLatin1StringView kind;
    Id dataset;
    bool keepOrder = false; // new areas in the order of the claims; else by name
    QList<AreaClaim> claims;
    QList<RefusedRow> refused; // while reading
    Overlap overlap = Overlap::Refuse;
    bool skipRefused = false;
    QString fileName; // empty: not from a file
    QString what;     // of the Step
};

// The layer of that name, case aside; null when there is none.
const Layer* layerNamed(const Plan& plan, const QString& name);

// Puts the claimed practices into the areas of a layer and says what matched. The outcome does not depend on the order of the
// claims but for `keepOrder`.
Result<NeedImport> importLayer(const Plan& plan, const PracticeTable& table, const LayerRequest& request,
                               const IdSource& ids);

// What orders areas that share a practice: the code, else the name. New areas have random ids, so the id never counts.
QByteArray sharingKey(const QString& code, const QString& name);

// Percent for each of `areas` equal shares, to 12 places, adding to exactly 100: the first ones take what is left over.
QList<Rate> equalShares(qsizetype areas);

// One sentence for a file with refused rows: the first reason, and how many there are.
Error refusal(const QString& fileName, const QList<RefusedRow>& refused);

} // namespace placewright
