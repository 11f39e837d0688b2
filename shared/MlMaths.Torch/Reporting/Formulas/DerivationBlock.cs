namespace MlMaths.Torch.Reporting;

/// <summary>
/// A derivation and the code that calculates it, side by side. A term has one colour in both, and in every <see cref="Tex"/> of the page
/// that marks it with the same <c>\class{term-1}{…}</c>; where the pointer rests on it, all of them light up, and its line of code.
/// </summary>
/// <param name="Formula">The derivation, with its terms marked.</param>
/// <param name="Code">As the file has it.</param>
/// <param name="Names">What the code calls the terms, the first of them <c>term-1</c>; at most six.</param>
public sealed record DerivationBlock(Tex Formula, string Code, params IReadOnlyList<string> Names) : Block;
