#pragma once

#include <QByteArrayView>

#include <optional>

namespace placewright {

// A published figure in whole units of 1e-9 (core/need/figuretable.h): "12", "-1.771", "74,588", "1e-05"; more decimals are
// settled half to even. Nothing for any other text, a blank cell or a figure above 9,223,372,036.
std::optional<qint64> figureOf(QByteArrayView cell);

// A cell that says there is no figure: blank, "NA", "..", "*", "[c]" and the other marks of official statistics.
bool saysNoFigure(QByteArrayView cell);

} // namespace placewright
