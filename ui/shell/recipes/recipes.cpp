// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/recipes/recipes.h"

#include "ui/shell/frame/session.h"
#include "ui/shell/recipes/recipe_window.h"

namespace snowmelt {

Recipes::Recipes(Session* session, QWidget* window) : QObject(window), m_session(session), m_window(window)
{
    // Whoever opens another blueprint was asked before.
    connect(session->document(), &FleetDocument::opened, this, [this] { delete m_open.data(); });
}

void Recipes::edit(const ImageRef& image)
{
    const QList<ImageSource>& images = m_session->document()->blueprint().images;
    if (images.isEmpty())
        return;
    if (m_open && !image.isNull() && !m_open->knows(image))
        return m_open->whenSaved([this, image] { replace(image); }); // the blueprint was edited since
    if (m_open && !image.isNull())
        m_open->choose(image);
    if (!m_open)
        m_open =
            new RecipeWindow(m_session->document()->blueprint(), image.isNull() ? images.last().ref : image, m_window);
    m_open->show();
    m_open->raise();
    m_open->activateWindow();
}

void Recipes::replace(const ImageRef& image)
{
    m_open->deleteLater();
    m_open.clear();
    edit(image);
}

bool Recipes::isChanged() const
{
    return m_open && m_open->isChanged();
}

void Recipes::whenSaved(const std::function<void()>& then)
{
    if (m_open)
        m_open->whenSaved(then);
    else
        then();
}

} // namespace snowmelt
