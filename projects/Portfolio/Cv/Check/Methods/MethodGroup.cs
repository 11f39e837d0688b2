namespace MlMaths.Torch.Portfolio.Cv.Check.Methods;

/// <summary>Ways of which a number is one's or another's.</summary>
/// <param name="Methods">Of the words of two that meet, the longer are meant.</param>
/// <param name="IsNearest">Whether the nearest word decides, such as known or open; otherwise the one that the sentence is about.</param>
internal sealed record MethodGroup(IReadOnlyList<Method> Methods, bool IsNearest = false);
