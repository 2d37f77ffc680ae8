package org.peercircle.internal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/** The one style of all generated values: hidden implementation, builder under the domain name. */
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
@Value.Style(
        typeImmutable = "Immutable*",
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        jdkOnly = false,
        defaults = @Value.Immutable(copy = true),
        fallbackNullableAnnotation = org.jspecify.annotations.Nullable.class)
public @interface ValueStyle {}
