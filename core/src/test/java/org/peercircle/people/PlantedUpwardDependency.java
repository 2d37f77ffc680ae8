package org.peercircle.people;

import org.peercircle.group.PeerGroup;

/** Looks up the packages on purpose, so that the rule of one direction is seen to bite. */
final class PlantedUpwardDependency {

    private PlantedUpwardDependency() {}

    static Class<?> up() {
        return PeerGroup.class;
    }
}
