using MlMaths.Torch.Models;

namespace MlMaths.Torch.Optimisation;

/// <summary>Where a training stands in its stream of dropout masks.</summary>
public sealed class DropoutMasks(Dropout dropout) : IResumable
{
    /// <inheritdoc/>
    public void Save(BinaryWriter writer) => writer.Write(dropout.Drawn);

    /// <inheritdoc/>
    public void Load(BinaryReader reader) => dropout.Drawn = reader.ReadInt64();
}
