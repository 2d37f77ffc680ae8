/**
 * The one door for hosts: {@link org.peercircle.office.PeerOffice} and the desks it opens. Checks who asks, loads,
 * decides, commits, and shows only what the actor may see. Uses every package of the core, and alone knows the port.
 */
@NullMarked
package org.peercircle.office;

import org.jspecify.annotations.NullMarked;
