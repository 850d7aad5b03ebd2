#pragma once

// Distances and heights of visual.md, in logical pixels.
namespace placewright::space {

inline constexpr int tiny = 2;
inline constexpr int small = 4;
inline constexpr int medium = 8;
inline constexpr int between = 12; // between panels
inline constexpr int inside = 14;  // inside panels, edge of a table
inline constexpr int page = 18;    // page margin
inline constexpr int large = 24;

inline constexpr int panelRadius = 4;
inline constexpr int controlRadius = 3;
inline constexpr int row = 24;
inline constexpr int header = 26;
inline constexpr int control = 28;
inline constexpr int chartRow = 30;
inline constexpr int menu = 28;
inline constexpr int strip = 58;
inline constexpr int statusBar = 26;
inline constexpr int navigation = 180;
inline constexpr int navigationItem = 36;
inline constexpr int target = 24; // the smallest thing to be hit
inline constexpr int cellPad = 8;

} // namespace placewright::space
