// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialogs/about.h"

#include "ui/shell/dialogs/dialog_frame.h"

#include <QCoreApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace snowmelt {

void showAbout(QWidget* window)
{
    auto* dialog = new DialogFrame(DialogFrame::tr("About Snowmelt"), DialogFrame::tr("&Close"), window);
    dialog->setObjectName(QStringLiteral("aboutDialog"));
    dialog->closer()->hide();
    dialog->addParagraph(QString(QStringLiteral("Snowmelt ") + QCoreApplication::applicationVersion()).trimmed());
    dialog->addParagraph(DialogFrame::tr("See a fleet, find the snowflake, build an image, swap the traffic."));
    dialog->addParagraph(DialogFrame::tr("Licence: GPL-3.0-or-later."));
    dialog->body()->addStretch(1);
    dialog->open();
}

} // namespace snowmelt
