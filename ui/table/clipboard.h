#pragma once

#include <QList>
#include <QStringList>

namespace placewright {

// Reads what Excel and LibreOffice put on the clipboard as text: cells parted by tabs, rows by line ends; a cell that
// holds a tab, line end or quote is quoted and its quotes are doubled. A last empty line is dropped. Rows may differ in
// length.
QList<QStringList> parseClipboard(const QString& text);

// The same format, so that what is copied pastes back unchanged; and a plain HTML table for word processors.
QString clipboardText(const QList<QStringList>& rows);
QString clipboardHtml(const QList<QStringList>& rows, const QStringList& header = {});

} // namespace placewright
