#include "ui/window/helpwindow.h"

#include "core/plan/plan.h"
#include "core/words/fieldreference.h"
#include "ui/theme/space.h"

#include <QFile>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTextBrowser>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

// Topics are Markdown pages of the program; a link names its topic. Nothing else is ever loaded.
class HelpBrowser : public QTextBrowser
{
public:
    using QTextBrowser::QTextBrowser;

    QVariant loadResource(int, const QUrl& name) override
    {
        QFile file(u":/help/"_s + name.fileName());
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return QString::fromUtf8(file.readAll()).replace("{{fields}}"_L1, fieldReference(Plan::schema()));
    }

protected:
    void doSetSource(const QUrl& name, QTextDocument::ResourceType) override
    {
        const QString topic = name.fileName();
        const QString page = topic.endsWith(".md"_L1) ? topic : topic + ".md"_L1;
        QTextBrowser::doSetSource(QUrl(page), QTextDocument::MarkdownResource);
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
    browser->setAccessibleName(tr("Help"));
    auto* back = new QPushButton(tr("Back"), this);
    back->setObjectName(u"helpBack"_s);
    back->setEnabled(false);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::medium);
    buttons->addWidget(back);
    for (const auto& [name, page] :
         {std::pair(tr("Keyboard"), u"keyboard"_s), std::pair(tr("Glossary"), u"glossary"_s),
          std::pair(tr("Fields"), u"fields"_s)}) {
        auto* button = new QPushButton(name, this);
        connect(button, &QPushButton::clicked, browser,
                [browser, page = page] { browser->setSource(QUrl(page)); });
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(buttons);
    layout->addWidget(browser);
    connect(back, &QPushButton::clicked, browser, &QTextBrowser::backward);
    connect(browser, &QTextBrowser::backwardAvailable, back, &QPushButton::setEnabled);
    browser->setSource(QUrl(topic));
}

} // namespace placewright
