namespace MlMaths.Torch.LinearAlgebra;

/// <summary>How principal components are computed.</summary>
public enum PcaMethod
{
    /// <summary>By the shape: singular values where the table is small or wide, the covariance where it is long.</summary>
    Auto,

    /// <summary>
    /// Singular values of the centred rows, of R alone (X = QR) where there are more rows than columns. The accurate way:
    /// right to the last digits even where variances differ by more than fifteen powers of ten. Holds a centred copy.
    /// </summary>
    Svd,

    /// <summary>
    /// Eigenvectors of the covariance. The fast way for long tables, and no centred copy is held; squaring the numbers
    /// loses every variance below 1e-15 of the first.
    /// </summary>
    Covariance,
}
