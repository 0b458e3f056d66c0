/**
 * The registry in a folder.
 *
 * <pre>
 * blobs/sha256/9a/9a12...2c          an artifact under its SHA-256, written once
 * commits/00000000000000000001.json  what changed, by whom, when; numbered without gaps
 * checkpoints/000...032.json         the state at every 32nd commit, so that reading stays short
 * tmp/                               files being written; those of killed writers stay there
 * </pre>
 *
 * <p>A record carries the format that it is written in, a checksum of itself and the checksum of
 * the record before it: one that is cut off, changed, missing or of another registry is noticed. A
 * commit is made by putting its record where none is; who comes second reads on and tries the next
 * number. The artifact is there before the record that names it. Names that users chose stand
 * inside records and never in paths.
 *
 * <p>The checksums of records and artifacts show damage: files that were cut off, changed or mixed
 * up. They are no protection from someone who may write to the folder and could make records with
 * matching checksums as well; who that is, the rights of the file system decide.
 *
 * <p>Classes, in the order of a commit: {@link FileModelRegistry}, {@link ArtifactStaging}, {@link
 * BlobStore}, {@link PendingChange}, {@link CommitLog}, {@link Checkpoints}; beneath them {@link
 * ExclusiveWrite}, the one thing that differs between file systems.
 */
package io.cerium.registry.file;
