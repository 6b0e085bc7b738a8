// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace snowmelt {

class RecipeWindow;
class Session;

/// The one window on the recipes of the open blueprint.
class Recipes final : public QObject
{
    Q_OBJECT
public:
    Recipes(Session* session, QWidget* window);

    /// Null: the image that was looked at last, or the blueprint's last.
    void edit(const ImageRef& image);
    bool isChanged() const;
    /// At once when no recipe has changes; else the person says.
    void whenSaved(const std::function<void()>& then);

private:
    void replace(const ImageRef& image);

    Session* m_session;
    QWidget* m_window;
    QPointer<RecipeWindow> m_open;
};

} // namespace snowmelt
