// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/dialogs/dialog_frame.h"

namespace snowmelt {

/// Asked when a blueprint with changes that are not on disk is left.
class UnsavedQuestion final : public DialogFrame
{
    Q_OBJECT
public:
    UnsavedQuestion(const QString& file, QWidget* parent);

Q_SIGNALS:
    void saveAsked();
    void discardAsked();
};

/// Asked when the file to be written was changed by somebody else.
class ChangedFileQuestion final : public DialogFrame
{
    Q_OBJECT
public:
    struct Case
    {
        QString file;
        bool gone = false;   ///< it is not there any more
        QString whyNotMerge; ///< empty: our changes fit into theirs
    };
    ChangedFileQuestion(const Case& what, QWidget* parent);

Q_SIGNALS:
    void mergeAsked();
    void overwriteAsked();
};

} // namespace snowmelt
