namespace MlMaths.Torch.Calculus;

/// <summary>What a term does with its parts.</summary>
internal enum TermKind
{
    /// <summary>The value of an earlier step.</summary>
    Letter,

    /// <summary>An input as it was given; each is the step of its own letter.</summary>
    Given,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A size, by its letter: n.</summary>
    Size,

    /// <summary>Parts added, spread over each other's axes.</summary>
    Sum,

    /// <summary>−x.</summary>
    Negative,

    /// <summary>Parts multiplied place by place, spread over each other's axes.</summary>
    Product,

    /// <summary>1/x.</summary>
    Inverse,

    /// <summary>Rows by columns; with a vector to the right, a vector.</summary>
    MatrixProduct,

    /// <summary>Rows for columns.</summary>
    Transpose,

    /// <summary>A function of each number, or of each line along an axis.</summary>
    Function,

    /// <summary>The larger of two.</summary>
    Maximum,

    /// <summary>A sum along an axis.</summary>
    SumAlong,

    /// <summary>A sum of everything.</summary>
    SumOfAll,

    /// <summary>A sum of everything as bytes: what TorchSharp makes of <c>sum(0)</c>.</summary>
    SumOfBytes,

    /// <summary>Sums of what came so far, row by row: a sum that was not set back to 0.</summary>
    RunningSum,

    /// <summary>Each row holds what belongs to the row before it: a value that a loop reads before it is updated.</summary>
    RowBefore,

    /// <summary>1 at the class of the row, else 0.</summary>
    OneHot,

    /// <summary>A vector as a column.</summary>
    Column,

    /// <summary>Ones in the shape of the part.</summary>
    Ones,

    /// <summary>Rows set to 0: all but one, or one.</summary>
    Rows,

    /// <summary>The sum of products taken as the product of sums.</summary>
    ProductOfSums,
}
