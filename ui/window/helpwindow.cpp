#include "ui/window/helpwindow.h"

#include <QFile>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

class HelpBrowser : public QTextBrowser
{
public:
    using QTextBrowser::QTextBrowser;

protected:
    void doSetSource(const QUrl& name, QTextDocument::ResourceType) override
    {
        QFile file(u":/help/"_s + name.path() + u".md"_s);
        if (!file.open(QIODevice::ReadOnly))
            return;
        setMarkdown(QString::fromUtf8(file.readAll()));
    }
};

} // namespace

HelpWindow::HelpWindow(const QString& topic, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Help"));
    setObjectName(u"helpWindow"_s);
    resize(720, 620);
    auto* browser = new HelpBrowser(this);
    browser->setObjectName(u"helpText"_s);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(browser);
    browser->setSource(QUrl(topic));
}

} // namespace placewright
