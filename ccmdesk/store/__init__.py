"""The database: tables, migrations, queries, backup and integrity."""
