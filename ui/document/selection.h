#pragma once

#include <QObject>
#include <QStringList>

namespace placewright {

// The one selection that every table and chart obeys: ids of areas, schemes and lines. Ids are unique in a plan, so a view
// simply looks for those it shows.
class Selection : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    const QStringList& ids() const { return m_ids; }

public slots:
    void select(const QStringList& ids)
    {
        if (ids == m_ids)
            return;
        m_ids = ids;
        emit changed(m_ids);
    }

signals:
    void changed(const QStringList& ids);

private:
    QStringList m_ids;
};

} // namespace placewright
