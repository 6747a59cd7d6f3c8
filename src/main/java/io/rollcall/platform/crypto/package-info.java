/**
 * Digests, encryption and seals, with the JDK's algorithms alone. {@link
 * io.rollcall.platform.crypto.Digests} is for credentials that are random already, {@link
 * io.rollcall.platform.crypto.SecretCipher} for what must be read again ({@link
 * io.rollcall.platform.crypto.EncryptedSecret}), {@link io.rollcall.platform.crypto.Seal} for what
 * clients keep for us, such as cursors. Each ciphertext is bound to the context that it was made
 * in. The key is the same on all nodes. Passwords are hashed in {@code provisioning}.
 */
package io.rollcall.platform.crypto;
