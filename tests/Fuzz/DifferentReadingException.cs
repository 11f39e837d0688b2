namespace MlMaths.Torch.Fuzz;

/// <summary>Two readers understand an input as two things.</summary>
internal sealed class DifferentReadingException(string message) : Exception(message);
