namespace MlMaths.Torch.Fuzz;

/// <summary>A command ended as no command should.</summary>
internal sealed class DefectException(string message) : Exception(message);
