#include "ui/window/sessionstore.h"

#include <QCryptographicHash>
#include <QFileInfo>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype mostRecent = 10;

QString leftKey(const QString& path)
{
    const QByteArray name =
        QCryptographicHash::hash(QFileInfo(path).absoluteFilePath().toUtf8(), QCryptographicHash::Sha256);
    return u"left/"_s + QString::fromLatin1(name.toHex().first(24));
}

} // namespace

SessionStore::SessionStore(QSettings& settings)
    : m_settings(settings)
{
}

QStringList SessionStore::recent() const
{
    return m_settings.value(u"recent"_s).toStringList();
}

void SessionStore::remember(const QString& path)
{
    QStringList paths = recent();
    const QString absolute = QFileInfo(path).absoluteFilePath();
    paths.removeAll(absolute);
    paths.prepend(absolute);
    m_settings.setValue(u"recent"_s, QStringList(paths.first(qMin(paths.size(), mostRecent))));
}

void SessionStore::forget(const QString& path)
{
    QStringList paths = recent();
    paths.removeAll(path);
    m_settings.setValue(u"recent"_s, paths);
}

QVariantMap SessionStore::placeLeft(const QString& path) const
{
    return m_settings.value(leftKey(path)).toMap();
}

void SessionStore::leave(const QString& path, const QVariantMap& viewState)
{
    m_settings.setValue(leftKey(path), viewState);
}

QByteArray SessionStore::geometry() const
{
    return m_settings.value(u"window/geometry"_s).toByteArray();
}

void SessionStore::setGeometry(const QByteArray& geometry)
{
    m_settings.setValue(u"window/geometry"_s, geometry);
}

QString SessionStore::theme() const
{
    return m_settings.value(u"view/theme"_s, u"system"_s).toString();
}

void SessionStore::setTheme(const QString& id)
{
    m_settings.setValue(u"view/theme"_s, id);
}

int SessionStore::zoom() const
{
    return m_settings.value(u"view/zoom"_s, 100).toInt();
}

void SessionStore::setZoom(int percent)
{
    m_settings.setValue(u"view/zoom"_s, percent);
}

int SessionStore::rowHeight() const
{
    return m_settings.value(u"view/rowHeight"_s, 24).toInt();
}

void SessionStore::setRowHeight(int pixels)
{
    m_settings.setValue(u"view/rowHeight"_s, pixels);
}

bool SessionStore::summaries() const
{
    return m_settings.value(u"view/summaries"_s, false).toBool();
}

void SessionStore::setSummaries(bool shown)
{
    m_settings.setValue(u"view/summaries"_s, shown);
}

} // namespace placewright
