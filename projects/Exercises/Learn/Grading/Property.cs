namespace MlMaths.Torch.Exercises.Learn.Grading;

/// <summary>What must hold of a method for every input of a kind; judged without telling what the right value would be.</summary>
/// <param name="Says">The property, as a sentence: <c>a vector and itself have cosine 1</c>.</param>
/// <param name="Draw">An input of the kind.</param>
/// <param name="Holds">
/// Whether it holds of an input and what the method made of it; the method may be asked again, at another input.
/// </param>
internal sealed record Property<TIn, TOut>(
    string Says, Func<Random, TIn> Draw, Func<TIn, Outcome<TOut>, Func<TIn, Outcome<TOut>>, bool> Holds)
{
    /// <summary>How many inputs are drawn.</summary>
    public int Draws { get; init; } = 30;
}
