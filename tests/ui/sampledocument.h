#pragma once

#include "core/exchange/samplefile.h"
#include "ui/document/plandocument.h"

#include <QTemporaryDir>
#include <QTest>

namespace placewright {

// Calderbourne, open in a folder of its own, with a clock and ids that a test can rely on.
class SampleDocument
{
public:
    SampleDocument()
    {
        const QString path = m_folder.filePath(QStringLiteral("sample.plan"));
        if (const Result<std::unique_ptr<PlanFile>> file = createSample(path); !file)
            qFatal("%s", qPrintable(file.error().text));
        Result<std::unique_ptr<PlanDocument>> opened =
            PlanDocument::open(path, PlanFile::Mode::ReadWrite, author());
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text));
        m_document = std::move(*opened);
    }

    PlanDocument& operator*() { return *m_document; }
    PlanDocument* operator->() { return m_document.get(); }

private:
    Author author()
    {
        return {QStringLiteral("A. Tester"),
                [] { return QDateTime(QDate(2026, 3, 10), QTime(14, 32), Qt::UTC); },
                [this] { return Id(QStringLiteral("new-%1").arg(++m_made)); }};
    }

    QTemporaryDir m_folder;
    int m_made = 0;
    std::unique_ptr<PlanDocument> m_document;
};

} // namespace placewright
