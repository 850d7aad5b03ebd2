#pragma once

#include <QSettings>
#include <QStringList>
#include <QVariantMap>

namespace placewright {

// What the program remembers between runs, outside any plan: recent plans, where each was left, window, theme, zoom.
class SessionStore
{
public:
    explicit SessionStore(QSettings& settings);

    QStringList recent() const; // newest first, ten at most
    void remember(const QString& path);
    void forget(const QString& path);

    QVariantMap placeLeft(const QString& path) const;
    void leave(const QString& path, const QVariantMap& viewState);

    QByteArray geometry() const;
    void setGeometry(const QByteArray& geometry);
    QString theme() const;
    void setTheme(const QString& id);
    int zoom() const; // percent
    void setZoom(int percent);
    int rowHeight() const;
    void setRowHeight(int pixels);
    bool summaries() const;
    void setSummaries(bool shown);

private:
    QSettings& m_settings;
};

} // namespace placewright
