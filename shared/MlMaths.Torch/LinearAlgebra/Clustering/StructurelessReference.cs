namespace MlMaths.Torch.LinearAlgebra;

/// <summary>What rows without clusters would look like, that have the extent of the data.</summary>
public enum StructurelessReference
{
    /// <summary>Each column uniform between its least and greatest value.</summary>
    Box,

    /// <summary>Each principal component uniform between its least and greatest value.</summary>
    PrincipalBox,

    /// <summary>Distances from the mean as they are, directions drawn again: a normal cloud, heavy tails, a ring, a sphere.</summary>
    RoundCloud,
}
