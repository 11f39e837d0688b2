namespace MlMaths.Torch.Optimisation;

/// <summary>
/// Something that changes during a training and must stand where it stood when the training is continued: a rule's memory,
/// a stream of chance, an observer that counts.
/// </summary>
public interface IResumable
{
    /// <summary>Writes all that changes.</summary>
    void Save(BinaryWriter writer);

    /// <summary>Reads what <see cref="Save"/> wrote, in the same order.</summary>
    void Load(BinaryReader reader);
}
