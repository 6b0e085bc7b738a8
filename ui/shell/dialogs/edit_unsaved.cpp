// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialogs/edit_unsaved.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace snowmelt {

UnsavedQuestion::UnsavedQuestion(const QString& file, QWidget* parent)
    : DialogFrame(tr("The blueprint has changes that are not saved"), tr("&Save"), parent)
{
    setObjectName(QStringLiteral("unsavedQuestion"));
    primary()->setObjectName(QStringLiteral("saveFirst"));
    addParagraph(tr("They are shown in the diagram, and %1 does not have them yet.").arg(file));
    QPushButton* discard = addButton(tr("&Discard them"));
    discard->setObjectName(QStringLiteral("discardEdits"));
    connect(discard, &QPushButton::clicked, this, [this] {
        Q_EMIT discardAsked();
        accept();
    });
    connect(primary(), &QPushButton::clicked, this, &UnsavedQuestion::saveAsked);
    body()->addStretch(1);
}

ChangedFileQuestion::ChangedFileQuestion(const Case& what, QWidget* parent)
    : DialogFrame(what.gone ? tr("%1 is gone").arg(what.file) : tr("%1 was changed meanwhile").arg(what.file),
                  what.gone ? tr("&Write it anew") : tr("&Put mine into theirs"), parent)
{
    setObjectName(QStringLiteral("changedFileQuestion"));
    setMinimumWidth(600);
    body()->addStretch(1);
    if (what.gone) {
        primary()->setObjectName(QStringLiteral("overwriteFile"));
        addParagraph(tr("It was moved or deleted since it was read. Nothing has been written."));
        connect(primary(), &QPushButton::clicked, this, &ChangedFileQuestion::overwriteAsked);
        return;
    }
    primary()->setObjectName(QStringLiteral("mergeFile"));
    primary()->setEnabled(what.whyNotMerge.isEmpty());
    addParagraph(tr("Somebody else wrote it since it was read. Nothing has been written."));
    QLabel* merge = addParagraph(what.whyNotMerge.isEmpty()
                                     ? tr("Your changes fit into what is there now: both are kept.")
                                     : tr("Your changes do not fit into what is there now: %1").arg(what.whyNotMerge));
    merge->setObjectName(QStringLiteral("mergeText"));
    connect(primary(), &QPushButton::clicked, this, &ChangedFileQuestion::mergeAsked);
    QPushButton* overwrite = addButton(tr("&Overwrite theirs"));
    overwrite->setObjectName(QStringLiteral("overwriteFile"));
    connect(overwrite, &QPushButton::clicked, this, [this] {
        Q_EMIT overwriteAsked();
        accept();
    });
}

} // namespace snowmelt
