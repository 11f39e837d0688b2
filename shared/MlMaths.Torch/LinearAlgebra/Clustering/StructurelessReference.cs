namespace MlMaths.Torch.LinearAlgebra;

/// <summary>What rows without clusters would look like, that have the extent of the data.</summary>
public enum StructurelessReference
{
    /// <summary>Each column uniform between its least and greatest value.</summary>
    Box,

    /// <summary>Each principal component uniform between its least and greatest value.</summary>
    PrincipalBox,
}
